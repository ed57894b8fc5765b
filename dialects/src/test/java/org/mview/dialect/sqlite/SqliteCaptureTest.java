package org.mview.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.dialect.CaptureTriggers;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Whatever is done to a table, what it held and what the log says add up to what it holds: for each
 * way to declare the table, random statements of every kind that SQLite has.
 */
class SqliteCaptureTest {
  private static final int STATEMENTS = 1_000;

  private final List<String> done = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)",
        "CREATE TABLE t (id INT, a, b)",
        "CREATE TABLE t (id INT PRIMARY KEY, a UNIQUE, b)",
        "CREATE TABLE t (id INT, a, b, PRIMARY KEY (id, a)) WITHOUT ROWID",
        "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT UNIQUE, b, UNIQUE (b, a)) WITHOUT ROWID",
        "CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a UNIQUE ON CONFLICT REPLACE, b)",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c AS (a + 1) STORED, UNIQUE (c))",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b); CREATE UNIQUE INDEX i ON t (abs(a))",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b); CREATE UNIQUE INDEX i ON t (a DESC) WHERE b > 1",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a COLLATE NOCASE UNIQUE, b)",
        "CREATE TABLE p (k INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY,"
            + " a REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE, b)",
        "CREATE TABLE p (k INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY,"
            + " a REFERENCES p ON DELETE SET NULL ON UPDATE SET NULL, b)"
      })
  void theLogIsTheDifference(String tables) throws SQLException {
    for (boolean recursive : List.of(false, true)) {
      for (List<String> logged :
          List.of(List.of("id", "a", "b"), List.of("b"), List.<String>of())) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
          run(connection, tables, recursive, logged);
        }
      }
    }
  }

  private void run(Connection connection, String tables, boolean recursive, List<String> logged)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : tables.split("; ")) {
        statement.execute(sql);
      }
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("PRAGMA recursive_triggers = " + recursive);
      TableInfo master = new SqliteTables().find(connection, QualifiedName.of("t")).orElseThrow();
      CaptureTriggers.Log log =
          new CaptureTriggers.Log(
              master, QualifiedName.of("log"), logged.stream().map(Identifier::of).toList());
      SqliteTriggers triggers = new SqliteTriggers();
      for (String sql : triggers.createLog(log)) {
        statement.execute(sql);
      }
      for (String sql : triggers.createTriggers(log)) {
        statement.execute(sql);
      }
      Random random = new Random(tables.hashCode());
      boolean hasParent = tables.contains("p (k");
      Map<String, Integer> before = sum(connection, "SELECT 1, %s FROM t", logged);
      for (int i = 0; i < STATEMENTS; i++) {
        String sql = statement(random, hasParent);
        try {
          statement.execute(sql);
          done.add(sql);
        } catch (SQLException e) {
          done.add(sql + " -- " + e.getMessage());
        }
        Map<String, Integer> now = sum(connection, "SELECT 1, %s FROM t", logged);
        sum(connection, "SELECT \"SIGN$$\", %s FROM log", logged)
            .forEach((row, weight) -> before.merge(row, weight, Integer::sum));
        before.values().removeIf(weight -> weight == 0);
        statement.execute("DELETE FROM log");
        assertThat(before)
            .as(
                () ->
                    tables
                        + "\n"
                        + String.join(
                            "\n", done.subList(Math.max(0, done.size() - 6), done.size())))
            .isEqualTo(now);
      }
    }
  }

  private static Map<String, Integer> sum(Connection connection, String query, List<String> columns)
      throws SQLException {
    String images =
        columns.isEmpty()
            ? "0"
            : columns.stream()
                .map(c -> "quote(" + c + ")")
                .collect(Collectors.joining(" || ',' || "));
    Map<String, Integer> bag = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query.formatted(images))) {
      while (row.next()) {
        bag.merge(row.getString(2), row.getInt(1), Integer::sum);
      }
    }
    bag.values().removeIf(weight -> weight == 0);
    return bag;
  }

  private static String statement(Random random, boolean hasParent) {
    String a = value(random);
    String b = value(random);
    String id = random.nextInt(6) == 0 ? "NULL" : Integer.toString(random.nextInt(6));
    String where = random.nextInt(8) == 0 ? "" : " WHERE id = " + random.nextInt(6);
    String or =
        List.of("", "", " OR REPLACE", " OR IGNORE", " OR ABORT", " OR FAIL")
            .get(random.nextInt(6));
    return switch (random.nextInt(hasParent ? 10 : 8)) {
      case 0, 1 -> "INSERT%s INTO t (id, a, b) VALUES (%s, %s, %s)".formatted(or, id, a, b);
      case 2 ->
          "REPLACE INTO t (id, a, b) VALUES (%s, %s, %s), (%s, %s, %s)"
              .formatted(id, a, b, random.nextInt(6), b, a);
      case 3 ->
          "INSERT INTO t (id, a, b) VALUES (%s, %s, %s) ON CONFLICT DO UPDATE SET b = excluded.b"
              .formatted(id, a, b);
      case 4 -> "UPDATE%s t SET a = %s, b = %s%s".formatted(or, a, b, where);
      case 5 -> "UPDATE%s t SET id = %d%s".formatted(or, random.nextInt(6), where);
      case 6 -> "UPDATE t SET b = b";
      case 7 -> "DELETE FROM t" + where;
      case 8 -> "INSERT OR REPLACE INTO p VALUES (%d)".formatted(random.nextInt(6));
      default ->
          random.nextBoolean()
              ? "DELETE FROM p WHERE k = %d".formatted(random.nextInt(6))
              : "UPDATE OR REPLACE p SET k = %d WHERE k = %d"
                  .formatted(random.nextInt(6), random.nextInt(6));
    };
  }

  private static String value(Random random) {
    return List.of("NULL", "0", "1", "2", "'x'", "'X'", "1.5").get(random.nextInt(7));
  }
}
