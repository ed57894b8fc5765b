package org.mview.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Views that SQLite's triggers keep are their queries after every statement, but for those of which
 * a log or a mark says that something is to be done yet, and after every commit: for each way to
 * declare the tables, whatever triggers the user has, and whatever values stand in them.
 */
class MergedByTriggersTest {
  private static final int STATEMENTS = 600;

  /** How often that was said in all; a test of nothing but doubts would show little. */
  private static final double MOST_DOUBTS = 0.85;

  private static final String OVERFLOW =
      "[SQLITE_ERROR] SQL error or missing database (integer overflow)";

  private static final List<View> VIEWS =
      List.of(
          new View(1, "SELECT a, COUNT(*) n, SUM(b) s, COUNT(b) c FROM t GROUP BY a"),
          new View(1, "SELECT b, SUM(a) s, AVG(a) m FROM t WHERE a > 1 GROUP BY b"),
          new View(0, "SELECT COUNT(*) n, SUM(a) s, SUM(id) ids FROM t"),
          new View(1, "SELECT a % 3 k, SUM(b * 2 + id) s FROM t GROUP BY a % 3"),
          new View(1, "SELECT DISTINCT b FROM t"),
          new View(
              1, "SELECT id % 2 k, SUM(CASE WHEN a = '1' THEN b END) s FROM t GROUP BY id % 2"),
          new View(2, "SELECT a, b, COUNT(*) n FROM t WHERE b = '1' OR a < 'x' GROUP BY a, b"));

  /** Joins of which {@code t} is the fact. */
  private static final List<View> JOINS =
      List.of(
          new View(1, "SELECT d.g, COUNT(*) n, SUM(t.b) s FROM t JOIN d ON d.k = t.a GROUP BY d.g"),
          new View(0, "SELECT COUNT(*) n, SUM(t.b * d.g) s FROM t, d WHERE t.a = d.k"),
          new View(
              2,
              "SELECT d.g, t.a, SUM(t.b + d.g) s, AVG(t.id) m FROM d JOIN t ON t.a = d.k"
                  + " WHERE d.g < 3 GROUP BY t.a, d.g"),
          new View(
              1,
              "SELECT e.g, COUNT(t.b) n, SUM(d.g) s FROM t JOIN d ON d.k = t.a"
                  + " JOIN d AS e ON e.k = d.g WHERE t.b > 0 GROUP BY e.g"));

  private final long seed = Long.getLong("mview.seed", 1);
  private final List<String> done = new ArrayList<>();
  private int looks;
  private int doubts;

  @TempDir Path folder;

  /**
   * A view to be.
   *
   * @param keys how many columns, the first, are keys: which of several equal keys stands for a
   *     group is left open
   */
  private record View(int keys, String query) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER)",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b NUMERIC)",
        "CREATE TABLE t (id INT, a, b)",
        "CREATE TABLE t (id INT PRIMARY KEY, a TEXT UNIQUE, b INTEGER)",
        "CREATE TABLE t (id INT, a, b INT, PRIMARY KEY (id, a)) WITHOUT ROWID",
        "CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a INT UNIQUE ON CONFLICT REPLACE, b INT)",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a COLLATE NOCASE, b INTEGER)",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT) STRICT",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT);"
            + " CREATE TRIGGER more AFTER INSERT ON t WHEN NEW.b < 3 BEGIN UPDATE t SET b = b + 1 WHERE id = NEW.id; END",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT);"
            + " CREATE TRIGGER none AFTER UPDATE ON t WHEN NEW.a = 2 BEGIN DELETE FROM t WHERE id = NEW.id; END",
        "CREATE TABLE p (k INTEGER PRIMARY KEY);"
            + " CREATE TABLE t (id INTEGER PRIMARY KEY, a INT REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE, b INT)",
        "CREATE TABLE d (k INTEGER PRIMARY KEY, g INTEGER);"
            + " CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER)",
        "CREATE TABLE d (k INTEGER PRIMARY KEY, g INTEGER);"
            + " CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER REFERENCES d ON DELETE CASCADE ON UPDATE CASCADE, b INTEGER)",
        "CREATE TABLE d (k TEXT PRIMARY KEY, g INT UNIQUE ON CONFLICT REPLACE);"
            + " CREATE TABLE t (id INT PRIMARY KEY, a INT, b, FOREIGN KEY (a) REFERENCES d ON DELETE SET NULL ON UPDATE CASCADE)",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);"
            + " CREATE TABLE d (k INTEGER PRIMARY KEY, g INTEGER, f INTEGER REFERENCES t ON DELETE CASCADE ON UPDATE SET NULL)",
        "CREATE TABLE d (k INTEGER PRIMARY KEY, g INTEGER);"
            + " CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);"
            + " CREATE TRIGGER before_d BEFORE UPDATE ON d BEGIN UPDATE t SET b = b + 1 WHERE a = OLD.k; END;"
            + " CREATE TRIGGER after_d AFTER INSERT ON d BEGIN INSERT OR IGNORE INTO t VALUES (NEW.g, NEW.k, 1); UPDATE t SET b = 2 WHERE a = NEW.g; END;"
            + " CREATE TRIGGER after_t AFTER INSERT ON t WHEN NEW.b > 1 BEGIN UPDATE d SET g = g + 1 WHERE k = NEW.a; END;"
            + " CREATE TRIGGER after_t2 AFTER DELETE ON t BEGIN REPLACE INTO d (k, g) VALUES (OLD.a, OLD.b); END",
      })
  void aViewIsItsQuery(String tables) throws SQLException {
    Random random = new Random(seed + tables.hashCode());
    String url = "sqlite:" + folder.resolve("merged.db");
    try (Connection connection = DriverManager.getConnection("jdbc:mview:" + url)) {
      connection.setAutoCommit(false);
      define(connection, "PRAGMA foreign_keys = ON", random);
      define(connection, "PRAGMA synchronous = OFF", random);
      for (String table : tables.split("; (?=CREATE)")) {
        define(connection, table, random);
      }
      boolean joined = tables.contains("TABLE d");
      List<View> views = views(connection, joined ? JOINS : VIEWS, random);
      for (int i = 0; i < STATEMENTS; i++) {
        boolean other = joined && random.nextInt(12) == 0;
        change(connection, other ? ofOther(random) : statement(random, tables.contains("TABLE p")));
        check(connection, views, random);
        if (!views.isEmpty() && random.nextInt(STATEMENTS / 10) == 0) {
          define(connection, "ALTER MATERIALIZED VIEW v1 COMPILE", random); // arranges logs anew
        }
      }
    }
    assertThat(doubts).isBetween(0, (int) (MOST_DOUBTS * looks));
  }

  private void define(Connection connection, String sql, Random random) throws SQLException {
    done.add(sql);
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.setAutoCommit(random.nextInt(10) == 0);
  }

  private List<View> views(Connection connection, List<View> all, Random random)
      throws SQLException {
    List<View> chosen = new ArrayList<>();
    for (View view : all) {
      if (random.nextInt(3) > 0) {
        chosen.add(view);
        String create = "CREATE MATERIALIZED VIEW v%d REFRESH FAST ON COMMIT AS %s";
        define(connection, create.formatted(chosen.size(), view.query()), random);
      }
    }
    return chosen;
  }

  private void change(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      done.add(sql);
    } catch (SQLException e) {
      done.add(sql + " -- " + e.getMessage());
    }
  }

  /** A query that fails, as a sum that overflows does, fails the commit, too. */
  private void check(Connection connection, List<View> views, Random random) throws SQLException {
    boolean defined = true;
    for (int i = 0; i < views.size(); i++) {
      boolean doubtful = doubtful(connection);
      View view = views.get(i);
      Optional<Map<String, Integer>> expected = bag(connection, view.query(), view.keys());
      defined &= expected.isPresent();
      looks++;
      doubts += doubtful ? 1 : 0;
      if (expected.isPresent() && !doubtful) {
        compare(connection, i, view, expected.get());
      }
    }
    if (!defined) {
      done.add("rollback");
      connection.setAutoCommit(false);
      connection.rollback();
    } else if (random.nextInt(3) == 0 && !connection.getAutoCommit()) {
      end(connection, views, random);
    }
  }

  private void end(Connection connection, List<View> views, Random random) throws SQLException {
    if (random.nextInt(4) == 0) {
      done.add("rollback");
      connection.rollback();
    } else {
      commit(connection);
    }
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      compare(connection, i, view, bag(connection, view.query(), view.keys()).orElseThrow());
    }
    connection.commit();
  }

  /**
   * SQLite adds in the order in which it reads: on the way a sum may grow too large for the plan of
   * a refresh, and not for that of the query.
   */
  private void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
      done.add("commit");
    } catch (SQLException e) {
      assertThat((Throwable) e).hasRootCauseMessage(OVERFLOW);
      done.add("commit -- " + OVERFLOW);
    }
  }

  private void compare(Connection connection, int i, View view, Map<String, Integer> expected)
      throws SQLException {
    assertThat(bag(connection, "SELECT * FROM v" + (i + 1), view.keys()))
        .as(() -> "-Dmview.seed=%d v%d\n%s".formatted(seed, i + 1, last()))
        .contains(expected);
  }

  private String last() {
    int first = Math.max(0, done.size() - 30);
    return String.join("\n", done.subList(0, Math.min(first, 12)))
        + "\n…\n"
        + String.join("\n", done.subList(first, done.size()));
  }

  private static boolean doubtful(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(anything(connection))) {
      return row.getBoolean(1);
    }
  }

  /** Whether something is in a log or among the marks. */
  private static String anything(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT 'SELECT ' || group_concat('EXISTS (SELECT 1 FROM \"' || name || '\")', ' OR ')"
                    + " FROM sqlite_master WHERE type = 'table'"
                    + " AND (name LIKE 'MLOG$%' OR name = 'mview$mark')")) {
      return row.getString(1);
    }
  }

  /** The rows, keys that a collation takes for equal as one; empty where the query fails. */
  private static Optional<Map<String, Integer>> bag(Connection connection, String query, int keys)
      throws SQLException {
    Map<String, Integer> bag = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          text.append(text(row.getObject(i), i > keys)).append(" | ");
        }
        bag.merge(text.toString(), 1, Integer::sum);
      }
    } catch (SQLException e) {
      return Optional.empty();
    }
    return Optional.of(bag);
  }

  private static String text(@Nullable Object value, boolean typed) {
    if (value instanceof byte[] bytes) {
      return "x" + HexFormat.of().formatHex(bytes);
    } else if (value instanceof Number number && (!typed || !(value instanceof Double))) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    return String.valueOf(value).toLowerCase(Locale.ROOT);
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
      case 5 -> {
        String name = random.nextInt(4) == 0 ? "rowid" : "id";
        yield "UPDATE%s t SET %s = %d%s".formatted(or, name, random.nextInt(6), where);
      }
      case 6 -> "UPDATE t SET b = b";
      case 7 -> "DELETE FROM t" + where;
      case 8 -> "INSERT OR REPLACE INTO p VALUES (%d)".formatted(random.nextInt(4));
      default ->
          random.nextBoolean()
              ? "DELETE FROM p WHERE k = %d".formatted(random.nextInt(4))
              : "UPDATE OR REPLACE p SET k = %d WHERE k = %d"
                  .formatted(random.nextInt(4), random.nextInt(4));
    };
  }

  /** A change of the table with which the fact is joined. */
  private static String ofOther(Random random) {
    String k = random.nextInt(8) == 0 ? "NULL" : Integer.toString(random.nextInt(5));
    int g = random.nextInt(5);
    String where = random.nextInt(8) == 0 ? "" : " WHERE k = " + random.nextInt(5);
    String or = List.of("", " OR REPLACE", " OR IGNORE", " OR FAIL").get(random.nextInt(4));
    return switch (random.nextInt(7)) {
      case 0, 1, 2 -> "INSERT%s INTO d (k, g) VALUES (%s, %d)".formatted(or, k, g);
      case 3 ->
          "INSERT INTO d (k, g) VALUES (%s, %d) ON CONFLICT DO UPDATE SET g = 1".formatted(k, g);
      case 4 -> "UPDATE%s d SET g = %d%s".formatted(or, g, where);
      case 5 -> "UPDATE%s d SET k = %d%s".formatted(or, g, where);
      default -> "DELETE FROM d" + where;
    };
  }

  private static String value(Random random) {
    List<String> rare =
        List.of(
            "NULL",
            "'x'",
            "'X'",
            "1.5",
            "2.0",
            "'1'",
            "x'01'",
            "9223372036854775807",
            "-9223372036854775807 - 1",
            "4611686018427387904");
    return random.nextInt(12) == 0
        ? rare.get(random.nextInt(rare.size()))
        : Integer.toString(random.nextInt(4));
  }
}
