package org.mview.driver.wrap;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the real driver says of its database, and no way from there past the wrappers. */
public class MViewDatabaseMetaData extends ForwardingDatabaseMetaData {
  private static final Mixins<Maker> MAKERS =
      new Mixins<>(MViewDatabaseMetaData.class, Maker.class, MViewDatabaseMetaData::new);

  private final MViewConnection connection;

  /** Calls the constructor. */
  @FunctionalInterface
  public interface Maker {
    /** A wrapper that also has what the real metadata has. */
    MViewDatabaseMetaData make(MViewConnection connection, DatabaseMetaData real);
  }

  protected MViewDatabaseMetaData(MViewConnection connection, DatabaseMetaData real) {
    super(real);
    this.connection = connection;
  }

  static MViewDatabaseMetaData of(MViewConnection connection, DatabaseMetaData real) {
    return MAKERS.over(real).make(connection, real);
  }

  @SuppressWarnings("ReferenceEquality") // it is about the object, not about what it holds
  final boolean isOver(DatabaseMetaData found) {
    return real == found;
  }

  @Override
  public @Nullable Connection getConnection() throws SQLException {
    return real.getConnection() == null ? null : connection;
  }

  @Override
  @Nullable ResultSet resultSet(@Nullable ResultSet found) {
    return found == null ? null : MViewResultSet.of(connection, found);
  }
}
