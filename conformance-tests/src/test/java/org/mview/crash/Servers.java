package org.mview.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/**
 * What a server is told of its connections.
 *
 * @param outlives whether it goes on when its clients end
 * @param own a query for the number of the connection that asks
 * @param end ends the connection of this number
 * @param impatient makes a connection wait for a lock for some seconds only
 */
record Servers(boolean outlives, String own, String end, String impatient) {
  private static final Servers POSTGRESQL =
      new Servers(
          true,
          "SELECT pg_backend_pid()",
          "SELECT pg_terminate_backend(%s)",
          "SET lock_timeout = '10s'");

  private static final Servers MYSQL =
      new Servers(
          true, "SELECT CONNECTION_ID()", "KILL %s", "SET SESSION innodb_lock_wait_timeout = 10");

  private static final Servers H2 =
      new Servers(
          false, "SELECT SESSION_ID()", "SELECT ABORT_SESSION(%s)", "SET LOCK_TIMEOUT 10000");

  private static final Map<String, Servers> BY_DIALECT =
      Map.of("postgresql", POSTGRESQL, "mysql", MYSQL, "mariadb", MYSQL, "h2", H2);

  static Servers of(TestDatabase database) {
    return Objects.requireNonNull(BY_DIALECT.get(database.dialect().name()));
  }

  /** Those among the databases that are to be tested which outlive their clients. */
  static Stream<TestDatabase> chosen() {
    return known().filter(database -> of(database).outlives());
  }

  /** Those of which connections can be ended. */
  static Stream<TestDatabase> known() {
    return TestDatabases.chosen().stream()
        .filter(database -> BY_DIALECT.containsKey(database.dialect().name()));
  }

  String number(Connection connection) throws SQLException {
    return Sql.rows(connection, own).get(0);
  }

  /** Who is cut off is told so, or finds out: it is no failure of who cuts. */
  void end(Connection by, String number) throws SQLException {
    Sql.execute(by, end.formatted(number));
  }

  /** Others may go on writing at once. */
  void assertNobodyWaits(Connection raw, List<String> statements) throws SQLException {
    Sql.execute(raw, impatient);
    for (String statement : statements) {
      Sql.execute(raw, statement);
    }
  }
}
