package org.mview.driver.wrap;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.mview.error.MViewError;

/** The result set without rows and columns: the keys that a statement of ours has generated. */
final class NoRows implements InvocationHandler {
  private final Statement statement;
  private boolean closed;

  private NoRows(Statement statement) {
    this.statement = statement;
  }

  static ResultSet of(Statement statement) {
    return new NoRows(statement).as(ResultSet.class);
  }

  private <T> T as(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(NoRows.class.getClassLoader(), new Class<?>[] {type}, this));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws SQLException {
    return switch (method.getName()) {
      case "close" -> {
        closed = true;
        yield null;
      }
      case "isClosed" -> closed;
      case "getStatement" -> statement;
      case "getMetaData" -> as(ResultSetMetaData.class);
      case "toString" -> "no rows";
      default -> nothing(method);
    };
  }

  /** No row, no column, no warning; what asks for a certain one fails. */
  private static @Nullable Object nothing(Method method) throws SQLException {
    Class<?> type = method.getReturnType();
    boolean moves = type == boolean.class && !method.getName().startsWith("get");
    if (method.getParameterCount() > 0 && !moves && !method.getName().startsWith("setFetch")) {
      throw translated(MViewError.NO_ROW.of());
    }
    if (type == boolean.class) {
      return false;
    }
    return type == int.class ? 0 : null;
  }
}
