package org.mview.crash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import org.mview.conformance.DriverOverDriver;

/**
 * A real driver under {@code jdbc:faulty:…} that gives every call to another one, except for the
 * one that is to fail. Statements and the end of transactions count; a rollback never fails, since
 * nobody could do anything about it.
 */
final class FaultyDriver extends DriverOverDriver {
  private static final Set<String> ENDS = Set.of("commit", "setAutoCommit");

  private final Faults faults;

  FaultyDriver(Faults faults) {
    super("faulty");
    this.faults = faults;
  }

  @Override
  protected Connection over(Connection real) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (ENDS.contains(method.getName())) {
            faults.before(method.getName());
          }
          Object result = call(real, method, arguments);
          return result instanceof PreparedStatement prepared
              ? statement(PreparedStatement.class, prepared, String.valueOf(arguments[0]))
              : result instanceof Statement plain ? statement(Statement.class, plain, "") : result;
        });
  }

  private <T extends Statement> T statement(Class<T> type, T real, String prepared) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            String sql = prepared.isEmpty() ? String.valueOf(arguments[0]) : prepared;
            if (!sql.contains("ROLLBACK")) {
              faults.before(sql);
            }
          }
          return call(real, method, arguments);
        });
  }
}
