package org.mview.driver.wrap;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The application's call of a procedure; a cursor that comes out of it is a result set of it. */
public class MViewCallableStatement extends ForwardingCallableStatement {
  private static final Mixins<Maker> MAKERS =
      new Mixins<>(MViewCallableStatement.class, Maker.class, MViewCallableStatement::new);

  /** Calls the constructor. */
  @FunctionalInterface
  public interface Maker {
    /** A wrapper that also has what the real statement has. */
    MViewCallableStatement make(MViewConnection connection, CallableStatement real, Text text);
  }

  protected MViewCallableStatement(MViewConnection connection, CallableStatement real, Text text) {
    super(connection, real, text);
  }

  static MViewCallableStatement of(MViewConnection connection, CallableStatement real, Text text) {
    return MAKERS.over(real).make(connection, real, text);
  }

  @Override
  public @Nullable Object getObject(int position) throws SQLException {
    return cursorOr(callable.getObject(position));
  }

  @Override
  public @Nullable Object getObject(String name) throws SQLException {
    return cursorOr(callable.getObject(name));
  }

  @Override
  public @Nullable Object getObject(int position, Map<String, Class<?>> types) throws SQLException {
    return cursorOr(callable.getObject(position, types));
  }

  @Override
  public @Nullable Object getObject(String name, Map<String, Class<?>> types) throws SQLException {
    return cursorOr(callable.getObject(name, types));
  }

  @Override
  public <T> @Nullable T getObject(int position, Class<T> type) throws SQLException {
    return cursorOr(type, callable.getObject(position, type));
  }

  @Override
  public <T> @Nullable T getObject(String name, Class<T> type) throws SQLException {
    return cursorOr(type, callable.getObject(name, type));
  }

  private @Nullable Object cursorOr(@Nullable Object value) {
    return value instanceof ResultSet cursor ? MViewResultSet.of(connection, this, cursor) : value;
  }

  /** What was asked for by the driver's own class stays the driver's. */
  private <T> @Nullable T cursorOr(Class<T> type, @Nullable T value) {
    return type == ResultSet.class ? type.cast(cursorOr(value)) : value;
  }
}
