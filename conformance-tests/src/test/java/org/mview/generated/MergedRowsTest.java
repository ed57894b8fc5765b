package org.mview.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.MysqlDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/**
 * Views that the row triggers of MySQL and MariaDB keep are their queries after every statement,
 * whatever it changes, whatever a session has set, and whatever triggers of the user change with
 * it. One of the servers at the least is to be named.
 */
class MergedRowsTest {
  private static final int STATEMENTS = 120;

  private static final List<String> VIEWS =
      List.of(
          "SELECT a, COUNT(*) n, SUM(b) s, COUNT(b) c, AVG(d) m FROM t GROUP BY a",
          "SELECT k, SUM(a) s, AVG(a) m, SUM(u) u FROM t WHERE a > 1 GROUP BY k",
          "SELECT COUNT(*) n, SUM(a) s, SUM(id) ids, AVG(b) m FROM t",
          "SELECT COUNT(*) n, SUM(u) u FROM t WHERE b IS NOT NULL AND name LIKE 'x%'",
          "SELECT k, SUM(b * 2 + id) s, SUM(a - b) d FROM t GROUP BY k",
          "SELECT DISTINCT a FROM t WHERE name = 'x'",
          "SELECT DISTINCT d, k FROM t WHERE b < 3",
          "SELECT a, SUM(CASE WHEN b = 1 THEN d END) s FROM t GROUP BY a",
          "SELECT a, d, COUNT(*) n, AVG(b) m FROM t WHERE b = 1 OR a < 2 GROUP BY a, d",
          "SELECT e, k, COUNT(name) n FROM t GROUP BY e, k");

  private static final String TABLE =
      """
      CREATE TABLE t (id INT %s, a INT NOT NULL, b BIGINT, name VARCHAR(9), k VARBINARY(5) NOT NULL, \
      d DECIMAL(9, 3) NOT NULL DEFAULT 0, u BIGINT UNSIGNED, e DATE NOT NULL DEFAULT '2026-01-01')""";

  private static final List<String> SETTINGS =
      List.of(
          "sql_mode = ''",
          "sql_mode = DEFAULT",
          "sql_mode = 'ANSI,NO_UNSIGNED_SUBTRACTION'",
          "div_precision_increment = 0",
          "div_precision_increment = 9",
          "sql_safe_updates = 1",
          "sql_safe_updates = 0",
          "sql_select_limit = 0",
          "sql_select_limit = DEFAULT",
          "unique_checks = 0, foreign_key_checks = 0",
          "time_zone = '-07:00'");

  private final long seed = Long.getLong("mview.seed", 1);
  private final List<String> done = new ArrayList<>();

  static Stream<Arguments> kinds() {
    List<String> kinds = List.of("plain", "no key", "changed before", "another table", "computed");
    return Stream.of(MysqlDatabase.MYSQL, MysqlDatabase.MARIADB)
        .filter(TestDatabases.chosen()::contains)
        .flatMap(database -> kinds.stream().map(kind -> Arguments.of(database, kind)));
  }

  private static List<String> tables(String kind) {
    String table = TABLE.formatted(kind.equals("no key") ? "" : "PRIMARY KEY");
    return switch (kind) {
      case "changed before" ->
          List.of(
              table,
              "CREATE TRIGGER bi BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a + 1, NEW.b = 2",
              "CREATE TRIGGER bu BEFORE UPDATE ON t FOR EACH ROW SET NEW.b = OLD.b + 1, NEW.k = 'z'");
      case "another table" ->
          List.of(
              table,
              "CREATE TABLE o (id INT)",
              "CREATE TRIGGER ai AFTER INSERT ON t FOR EACH ROW INSERT INTO o VALUES (NEW.id)",
              "CREATE TRIGGER oi AFTER DELETE ON o FOR EACH ROW DELETE FROM t WHERE id = OLD.id");
      case "computed" ->
          List.of(
              table
                  .replace("b BIGINT", "b BIGINT AS (id % 4) VIRTUAL")
                  .replace("name VARCHAR(9)", "name VARCHAR(9) AS (CONCAT('x', a)) STORED"));
      default -> List.of(table);
    };
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("kinds")
  void aViewIsItsQuery(TestDatabase server, String kind) throws SQLException {
    Random random = new Random(seed + kind.hashCode());
    Properties asked = new Properties();
    asked.setProperty("mview.byTriggers", "true");
    try (FreshDatabase database = server.create();
        Connection connection = database.connect(asked);
        Connection raw = database.connectRaw();
        Connection looking = database.connectRaw()) {
      for (String sql : tables(kind)) {
        run(connection, sql);
      }
      List<String> views = views(connection, random);
      assertThat(Sql.rows(connection, "SELECT merging FROM `mview$log`")).containsExactly("1");
      for (Connection each : List.of(connection, raw)) {
        each.setAutoCommit(false);
        each.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        change(each, looking, views, kind, random);
        each.commit();
        compare(looking, views);
      }
      assertThat(Sql.rows(looking, "SELECT COUNT(*) FROM `MLOG$_t`")).containsExactly("0");
    }
  }

  private void change(
      Connection connection, Connection looking, List<String> views, String kind, Random random)
      throws SQLException {
    int failed = 0;
    for (int i = 0; i < STATEMENTS; i++) {
      if (random.nextInt(10) == 0) {
        run(connection, "SET " + SETTINGS.get(random.nextInt(SETTINGS.size())));
      }
      try {
        run(connection, "SAVEPOINT s");
        run(connection, statement(random, kind));
        if (random.nextInt(8) == 0) {
          run(connection, "ROLLBACK TO SAVEPOINT s");
        }
      } catch (SQLException e) {
        done.add("-- " + e.getMessage());
        assertThat(String.valueOf(e.getMessage())).doesNotContain("mview$");
        failed++;
        run(connection, "ROLLBACK TO SAVEPOINT s");
      }
      if (random.nextInt(3) == 0) {
        done.add("the end");
        if (random.nextInt(4) == 0) {
          connection.rollback();
        } else {
          connection.commit();
        }
        compare(looking, views);
      }
    }
    assertThat(failed).as("%s", done).isLessThan(STATEMENTS * 2 / 3);
  }

  private List<String> views(Connection connection, Random random) throws SQLException {
    List<String> chosen = new ArrayList<>();
    for (String query : VIEWS) {
      if (random.nextInt(3) > 0 || chosen.isEmpty()) {
        chosen.add(query);
        String when = random.nextBoolean() ? "COMMIT" : "STATEMENT";
        run(
            connection,
            "CREATE MATERIALIZED VIEW v%d REFRESH FAST ON %s AS %s"
                .formatted(chosen.size(), when, query));
      }
    }
    return chosen;
  }

  /** In a session that has set nothing. */
  private void compare(Connection looking, List<String> views) throws SQLException {
    for (int i = 0; i < views.size(); i++) {
      assertThat(Sql.rows(looking, "SELECT * FROM v" + (i + 1)))
          .as("-Dmview.seed=%d v%d: %s\n%s", seed, i + 1, views.get(i), String.join("\n", done))
          .containsExactlyInAnyOrderElementsOf(Sql.rows(looking, views.get(i)));
    }
  }

  private static String statement(Random random, String kind) {
    boolean computed = kind.equals("computed");
    int id = random.nextInt(12);
    String columns = computed ? "id, a, k, d, u" : "id, a, k, d, u, b, name";
    String row = row(id, random, computed);
    String rows = row + ", " + row(id + 1, random, computed) + ", " + row(id + 2, random, computed);
    String where = random.nextInt(4) == 0 ? "id >= 0" : "id % 5 = " + random.nextInt(5);
    if (random.nextBoolean()) {
      where = "id = " + id;
    }
    String set = "a = " + random.nextInt(4) + (computed ? "" : ", b = " + number(random));
    String more = "u = %s, d = d + 0.125".formatted(number(random));
    String insert = "INTO t (%s) VALUES %s".formatted(columns, random.nextBoolean() ? row : rows);
    return switch (random.nextInt(13)) {
      case 0, 1, 2 -> "INSERT " + insert;
      case 3 -> "INSERT IGNORE " + insert;
      case 4 -> "REPLACE " + insert;
      case 5 -> "INSERT %s ON DUPLICATE KEY UPDATE %s".formatted(insert, set);
      case 6 -> "UPDATE t SET %s WHERE %s".formatted(set, where);
      case 7 -> "UPDATE t SET %s WHERE %s".formatted(more, where);
      case 8 -> "UPDATE IGNORE t SET id = id + 1, %s WHERE %s".formatted(set, where);
      case 9 -> "UPDATE t SET id = id + 20, k = 'K' WHERE id = " + id;
      case 10 -> "UPDATE t JOIN (SELECT %d AS i) q ON q.i = t.id SET %s".formatted(id, set);
      case 11 ->
          kind.equals("another table")
              ? "DELETE FROM o WHERE id = " + id
              : "DELETE t FROM t JOIN (SELECT %d AS i) q ON q.i = t.id".formatted(id);
      default -> "DELETE FROM t WHERE " + where;
    };
  }

  private static String row(int id, Random random, boolean computed) {
    String k = List.of("'x'", "'X'", "'x '", "''", "'z'").get(random.nextInt(5));
    String name = List.of("'x'", "'X '", "'y'", "NULL", "''").get(random.nextInt(5));
    String unsigned = random.nextInt(6) == 0 ? "18446744073709551615" : number(random);
    String values =
        "%d, %d, %s, %d.%d, %s"
            .formatted(id, random.nextInt(4), k, random.nextInt(3), random.nextInt(3), unsigned);
    return computed
        ? "(%s)".formatted(values)
        : "(%s, %s, %s)".formatted(values, number(random), name);
  }

  private static String number(Random random) {
    return random.nextInt(8) == 0 ? "NULL" : Integer.toString(random.nextInt(4));
  }

  private void run(Connection connection, String sql) throws SQLException {
    done.add(sql);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
