package org.mview.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.mview.dialect.Dialect;
import org.mview.dialect.sqlite.Sqlite;

/** Finds out which dialect a connection speaks. */
public final class Dialects {
  private static final Map<String, Dialect> BY_PRODUCT = Map.of("SQLite", Sqlite.DIALECT);

  private Dialects() {}

  /** The dialect of a connection; empty when we do not speak it. */
  public static Optional<Dialect> of(Connection connection) throws SQLException {
    return Optional.ofNullable(BY_PRODUCT.get(connection.getMetaData().getDatabaseProductName()));
  }
}
