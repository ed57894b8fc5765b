package org.mview.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;

/**
 * Views that PostgreSQL's triggers keep are their queries after every statement, whatever it
 * changes, and whatever triggers and foreign keys of the user change with it.
 */
class MergedSetsTest {
  private static final int STATEMENTS = 100;

  private static final List<String> VIEWS =
      List.of(
          "SELECT a, COUNT(*) n, SUM(b) s, COUNT(b) c FROM t GROUP BY a",
          "SELECT b, SUM(a) s, AVG(a) m FROM t WHERE a > 1 GROUP BY b",
          "SELECT COUNT(*) n, SUM(a) s, SUM(id) ids FROM t",
          "SELECT a %% 3 k, SUM(b * 2 + id) s FROM t GROUP BY a %% 3",
          "SELECT DISTINCT b FROM t",
          "SELECT DISTINCT name FROM t WHERE b < 3",
          "SELECT name, SUM(CASE WHEN a = 1 THEN b END) s FROM t GROUP BY name",
          "SELECT a, name, COUNT(*) n, AVG(b) m FROM t WHERE b = 1 OR a < 2 GROUP BY a, name");

  private static final String TABLE =
      "CREATE TABLE t (id INT PRIMARY KEY, a INT, b BIGINT, name TEXT)";

  private static final String TRIGGER =
      """
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %s; RETURN %s; END $$;
      CREATE TRIGGER %s ON t FOR EACH %s EXECUTE FUNCTION f()""";

  private final long seed = Long.getLong("mview.seed", 1);
  private final List<String> done = new ArrayList<>();

  private static String trigger(String does, String answers, String when, String each) {
    return TABLE + ";" + TRIGGER.formatted(does, answers, when, each);
  }

  private static String tables(String kind) {
    return switch (kind) {
      case "plain" -> TABLE;
      case "no key" -> "CREATE TABLE t (id INT, a INT NOT NULL DEFAULT 0, b INT, name TEXT)";
      case "blurred" ->
          """
          CREATE COLLATION blurred (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
          CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, name TEXT COLLATE blurred)""";
      case "computed" ->
          """
          CREATE TABLE t (id INT PRIMARY KEY, a INT, b BIGINT GENERATED ALWAYS AS (a * 2) STORED,
          name TEXT GENERATED ALWAYS AS ('n' || a) VIRTUAL)""";
      case "changed again" ->
          trigger(
              "IF NEW.b < 3 THEN UPDATE t SET b = b + 1 WHERE id = NEW.id; END IF",
              "NULL",
              "more AFTER INSERT",
              "ROW");
      case "deleted at once" ->
          trigger(
              "IF NEW.a = 2 THEN DELETE FROM t WHERE id = NEW.id; END IF",
              "NULL",
              "none AFTER INSERT OR UPDATE",
              "ROW");
      case "changed before" ->
          trigger(
              "DELETE FROM t WHERE id = NEW.id + 3; NEW.b := NEW.b + 1",
              "NEW",
              "bef BEFORE INSERT OR UPDATE",
              "ROW");
      case "statement first" ->
          trigger(
              "UPDATE t SET a = a + 1, b = b - 1 WHERE a = 0",
              "NULL",
              "aaa AFTER INSERT OR DELETE",
              "STATEMENT");
      case "statement last" ->
          trigger(
              "IF pg_trigger_depth() = 1 THEN DELETE FROM t WHERE b = 2; INSERT INTO t (id, a, b) VALUES (99, 9, 9) ON CONFLICT (id) DO UPDATE SET b = t.b + 1; END IF",
              "NULL",
              "zzz AFTER UPDATE",
              "STATEMENT");
      case "itself" ->
          "CREATE TABLE t (id INT PRIMARY KEY, a INT REFERENCES t ON DELETE CASCADE ON UPDATE CASCADE, b BIGINT, name TEXT)";
      case "itself, NULL" ->
          "CREATE TABLE t (id INT PRIMARY KEY, a INT REFERENCES t ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED, b BIGINT, name TEXT)";
      case "parent" ->
          "CREATE TABLE p (k INT PRIMARY KEY); INSERT INTO p SELECT generate_series(0, 3);"
              + "CREATE TABLE t (id INT PRIMARY KEY, a INT REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE, b BIGINT, name TEXT)";
      case "function" ->
          TABLE
              + """
              ; CREATE FUNCTION g(i INT) RETURNS INT LANGUAGE plpgsql AS $$ BEGIN
              UPDATE t SET b = COALESCE(b, 0) + 1 WHERE id = i + 1;
              DELETE FROM t WHERE id = i + 2; RETURN i % 4; END $$""";
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "no key",
        "blurred",
        "computed",
        "changed again",
        "deleted at once",
        "changed before",
        "statement first",
        "statement last",
        "itself",
        "itself, NULL",
        "parent",
        "function"
      })
  void aViewIsItsQuery(String kind) throws SQLException {
    Random random = new Random(seed + kind.hashCode());
    Properties asked = new Properties();
    asked.setProperty("mview.byTriggers", "true");
    try (FreshDatabase database = PostgresDatabase.EMBEDDED.create();
        Connection connection = database.connect(asked);
        Connection raw = database.connectRaw()) {
      for (String sql : tables(kind).split(";\\s*(?=CREATE|INSERT INTO p)")) {
        run(connection, sql);
      }
      List<String> views = views(connection, random);
      assertThat(Sql.rows(connection, "SELECT merging FROM \"mview$log\"")).containsExactly("t");
      for (Connection each : List.of(connection, raw)) {
        each.setAutoCommit(false);
        change(each, views, kind, random);
        commit(each);
        compare(each, views);
        each.rollback();
      }
      assertThat(Sql.rows(connection, "SELECT COUNT(*) FROM \"MLOG$_t\"")).containsExactly("0");
    }
  }

  private void change(Connection connection, List<String> views, String kind, Random random)
      throws SQLException {
    int failed = 0;
    for (int i = 0; i < STATEMENTS; i++) {
      String sql = statement(random, kind);
      try {
        run(connection, "SAVEPOINT s");
        run(connection, sql);
        if (random.nextInt(8) == 0) {
          run(connection, "ROLLBACK TO SAVEPOINT s");
        }
      } catch (SQLException e) {
        done.add("-- " + e.getMessage());
        assertThat(e.getMessage().lines().findFirst().orElse(""))
            .doesNotContain("mview$", "I_SNAP$");
        failed++;
        run(connection, "ROLLBACK TO SAVEPOINT s");
      }
      compare(connection, views);
      if (random.nextInt(6) == 0) {
        done.add("the end");
        if (random.nextBoolean()) {
          commit(connection);
        } else {
          connection.rollback();
        }
        compare(connection, views);
      }
    }
    assertThat(failed).as("%s", done).isLessThan(STATEMENTS / 2);
  }

  private void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("23503"); // a deferred foreign key
    }
  }

  private List<String> views(Connection connection, Random random) throws SQLException {
    List<String> chosen = new ArrayList<>();
    for (String query : VIEWS) {
      if (random.nextInt(3) > 0 || chosen.isEmpty()) {
        chosen.add(query.formatted());
        String when = random.nextBoolean() ? "COMMIT" : "STATEMENT";
        run(
            connection,
            "CREATE MATERIALIZED VIEW v%d REFRESH FAST ON %s AS %s"
                .formatted(chosen.size(), when, query.formatted()));
      }
    }
    return chosen;
  }

  /** A key that is equal to others under its collation may be any of them. */
  private void compare(Connection connection, List<String> views) throws SQLException {
    for (int i = 0; i < views.size(); i++) {
      List<String> differences = new ArrayList<>();
      String view = "SELECT * FROM v" + (i + 1);
      differences.addAll(Sql.rows(connection, "%s EXCEPT ALL %s".formatted(view, views.get(i))));
      differences.addAll(Sql.rows(connection, "%s EXCEPT ALL %s".formatted(views.get(i), view)));
      assertThat(differences)
          .as("-Dmview.seed=%d v%d: %s\n%s", seed, i + 1, views.get(i), String.join("\n", done))
          .isEmpty();
    }
  }

  private static String statement(Random random, String kind) {
    String a = value(random);
    String b = value(random);
    int id = random.nextInt(12);
    String name = List.of("'x'", "'X'", "'y'", "NULL", "''").get(random.nextInt(5));
    String where = random.nextInt(6) == 0 ? "" : " WHERE id %% 5 = %d".formatted(random.nextInt(5));
    boolean computed = kind.equals("computed");
    String columns = computed ? "id, a" : "id, a, b, name";
    String values =
        computed ? "%d, %s".formatted(id, a) : "%d, %s, %s, %s".formatted(id, a, b, name);
    String set = computed ? "a = " + a : "a = %s, b = %s, name = %s".formatted(a, b, name);
    String conflict = kind.equals("no key") ? "" : " ON CONFLICT (id) DO UPDATE SET " + set;
    String many =
        computed
            ? "SELECT i, i %% 4 FROM generate_series(%d, %d) i"
            : "SELECT i, i %% 4, i %% 3, 'n' || i %% 2 FROM generate_series(%d, %d) i";
    String series = many.formatted(id, id + random.nextInt(6));
    return switch (random.nextInt(kind.equals("parent") || kind.equals("function") ? 13 : 11)) {
      case 0, 1 -> "INSERT INTO t (%s) VALUES (%s)%s".formatted(columns, values, conflict);
      case 2 ->
          conflict.isEmpty()
              ? "INSERT INTO t (%s) %s".formatted(columns, series)
              : "INSERT INTO t (%s) %s%s".formatted(columns, series, conflict);
      case 3, 4 -> "UPDATE t SET %s%s".formatted(set, where);
      case 5 -> "UPDATE t SET a = a" + where;
      case 6 -> "UPDATE t SET id = id + 20 WHERE id = %d".formatted(id);
      case 7 -> "DELETE FROM t" + where;
      case 8 ->
          "WITH gone AS (DELETE FROM t WHERE id < 4 RETURNING id, a), more AS (INSERT INTO t (id, a)"
              + " SELECT id + 40, a FROM gone ON CONFLICT DO NOTHING) UPDATE t SET a = %s WHERE id > 5"
                  .formatted(a);
      case 9 ->
          "MERGE INTO t USING (VALUES (%d), (%d)) v (i) ON id = i WHEN MATCHED AND a = 1 THEN DELETE"
                  .formatted(id, id + 1)
              + " WHEN MATCHED THEN UPDATE SET a = %s WHEN NOT MATCHED THEN INSERT (id, a) VALUES (i, %s)"
                  .formatted(a, a);
      case 10 -> random.nextInt(4) == 0 ? truncate(kind) : "DELETE FROM t WHERE a IS NULL";
      default ->
          kind.equals("parent")
              ? List.of(
                      "UPDATE p SET k = k + 10 WHERE k = %d",
                      "UPDATE p SET k = k - 10 WHERE k = %d + 10",
                      "DELETE FROM p WHERE k = %d",
                      "INSERT INTO p VALUES (%d) ON CONFLICT DO NOTHING")
                  .get(random.nextInt(4))
                  .formatted(random.nextInt(4))
              : List.of("UPDATE t SET a = g(id)" + where, "SELECT g(%d)".formatted(id))
                  .get(random.nextInt(2));
    };
  }

  private static String truncate(String kind) {
    return kind.startsWith("itself") ? "TRUNCATE t CASCADE" : "TRUNCATE t";
  }

  private static String value(Random random) {
    return random.nextInt(10) == 0 ? "NULL" : Integer.toString(random.nextInt(4));
  }

  private void run(Connection connection, String sql) throws SQLException {
    done.add(sql);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
