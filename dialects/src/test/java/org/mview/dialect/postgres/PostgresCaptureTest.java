package org.mview.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.dialect.postgres.PostgresNames.NAMES;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.dialect.CaptureTriggers;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Whatever is done to a table, what it held and what the log says add up to what it holds: for each
 * way to declare the table, random statements of every kind that PostgreSQL has.
 */
class PostgresCaptureTest {
  private static final int STATEMENTS = 150;

  private final List<String> done = new ArrayList<>();
  private Session session;

  @BeforeEach
  void connect() throws SQLException {
    session = Session.fresh();
    session.run(
        "CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
        "CREATE DOMAIN sure AS text NOT NULL DEFAULT ''",
        "CREATE TYPE letter AS ENUM ('x', 'X')");
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (id int PRIMARY KEY, a int, b text)",
        "CREATE TABLE t (id int, a int, b text); CREATE UNIQUE INDEX ON t (id)",
        "CREATE TABLE t (id int PRIMARY KEY, a float, b text COLLATE blind)",
        "CREATE TABLE t (id int PRIMARY KEY, a numeric UNIQUE, b letter)",
        "CREATE TABLE t (id int PRIMARY KEY, a int, b sure)",
        "CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int GENERATED ALWAYS AS (a + 1) STORED,"
            + " d int GENERATED ALWAYS AS (a + 2))",
        "CREATE TABLE t (id int PRIMARY KEY, a int, b text, \"NEW\" int DEFAULT 5, found int DEFAULT 6,"
            + " tg_op json, \"mview$new\" text, \"a\"\"$mview$%s'\" int DEFAULT 8)",
        "CREATE TABLE p (k int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY,"
            + " a int REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE, b text)",
        "CREATE TABLE p (k int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY,"
            + " a int REFERENCES p ON DELETE SET NULL ON UPDATE SET NULL, b text)",
        "CREATE TABLE t (id int PRIMARY KEY, a int, b text, UNIQUE (id, a)) PARTITION BY RANGE (id);"
            + " CREATE TABLE low (b text, id int NOT NULL, gone int, a int);"
            + " ALTER TABLE low DROP gone; ALTER TABLE t ATTACH PARTITION low FOR VALUES FROM (0) TO (2);"
            + " CREATE TABLE high PARTITION OF t FOR VALUES FROM (2) TO (9) PARTITION BY RANGE (id);"
            + " CREATE TABLE middle PARTITION OF high FOR VALUES FROM (2) TO (4);"
            + " CREATE TABLE top PARTITION OF high DEFAULT",
        "CREATE TABLE p (k int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY,"
            + " a int REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE, b text, \"new\" int DEFAULT 5,"
            + " found int DEFAULT 6, d int GENERATED ALWAYS AS (a + 2)) PARTITION BY HASH (id);"
            + " CREATE TABLE even PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
            + " CREATE TABLE odd PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 1)",
        "CREATE TABLE t (id int PRIMARY KEY, a int, b text);"
            + " CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
            + " UPDATE t SET a = a + 1 WHERE id = 1 AND a < 9; RETURN NULL; END$$;"
            + " CREATE TRIGGER a_first AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();"
            + " CREATE TRIGGER z_last AFTER DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION f()",
      })
  void theLogIsTheDifference(String tables) throws SQLException {
    List<String> all = new ArrayList<>();
    for (List<String> logged : List.of(all, List.of("b"), List.<String>of())) {
      session.run("DROP SCHEMA IF EXISTS ours CASCADE", "CREATE SCHEMA ours");
      session.run("SET search_path = ours, public", tables);
      if (logged == all) {
        session.table("t").table().columns().forEach(column -> all.add(column.name().text()));
      }
      run(tables, logged);
    }
  }

  private void run(String tables, List<String> logged) throws SQLException {
    CaptureTriggers.Log log =
        new CaptureTriggers.Log(
            session.table("t"),
            QualifiedName.of("log"),
            logged.stream().map(Identifier::of).toList());
    PostgresTriggers triggers = new PostgresTriggers();
    session.run(triggers.createLog(log));
    session.run(triggers.createTriggers(log));
    Random random = new Random(tables.hashCode());
    Map<String, Integer> before = sum("SELECT 1, %s FROM t", logged);
    for (int i = 0; i < STATEMENTS; i++) {
      execute(statement(random, tables));
      Map<String, Integer> now = sum("SELECT 1, %s FROM t", logged);
      sum("SELECT \"SIGN$$\", %s FROM log", logged)
          .forEach((row, weight) -> before.merge(row, weight, Integer::sum));
      before.values().removeIf(weight -> weight == 0);
      session.run("DELETE FROM log");
      assertThat(before).as(() -> tables + "\n" + String.join("\n", last(done))).isEqualTo(now);
    }
  }

  private void execute(String sql) throws SQLException {
    try {
      session.run(sql);
      done.add(sql);
    } catch (SQLException e) {
      session.run("ROLLBACK");
      done.add(sql + " -- " + e.getMessage());
      assertThat(e.getSQLState()).as(sql).startsWith("23");
    }
  }

  private static List<String> last(List<String> statements) {
    return statements.subList(Math.max(0, statements.size() - 6), statements.size());
  }

  private Map<String, Integer> sum(String query, List<String> columns) throws SQLException {
    String images =
        columns.isEmpty()
            ? "0"
            : "concat_ws(',', %s)"
                .formatted(
                    columns.stream()
                        .map(c -> "quote_nullable(%s::text)".formatted(NAMES.quoted(c)))
                        .collect(Collectors.joining(", ")));
    Map<String, Integer> bag = new TreeMap<>();
    for (String row : session.rows(query.formatted(images.replace("%", "%%")).replace("%%", "%"))) {
      int end = row.indexOf('|');
      bag.merge(row.substring(end + 1), Integer.parseInt(row.substring(0, end)), Integer::sum);
    }
    bag.values().removeIf(weight -> weight == 0);
    return bag;
  }

  private static String statement(Random random, String tables) {
    String a = value(random, tables);
    String b = random.nextBoolean() ? "'x'" : "'X'";
    int id = random.nextInt(6);
    String where = random.nextInt(8) == 0 ? "" : " WHERE id = " + id;
    String table = any(random, tables);
    boolean hasParent = tables.contains("p (k");
    return switch (random.nextInt(hasParent ? 15 : 12)) {
      case 0, 1 -> "INSERT INTO %s (id, a, b) VALUES (%d, %s, %s)".formatted(table, id, a, b);
      case 2 ->
          "INSERT INTO t (id, a, b) SELECT i, %s, %s FROM generate_series(0, 5) i ON CONFLICT DO NOTHING"
              .formatted(a, b);
      case 3 ->
          "INSERT INTO t (id, a, b) VALUES (%d, %s, %s), (7, 0, 'x') ON CONFLICT (id) DO UPDATE SET b = excluded.b"
              .formatted(id, a, b);
      case 4 -> "UPDATE %s SET a = %s, b = %s%s".formatted(table, a, b, where);
      case 5 -> "UPDATE t SET id = %d%s".formatted(random.nextInt(6), where);
      case 6 -> "UPDATE t SET id = 7 - id";
      case 7 -> "UPDATE %s SET b = b".formatted(table);
      case 8 -> "DELETE FROM %s%s".formatted(table, where);
      case 9 ->
          "MERGE INTO t USING (VALUES (%d), (1)) AS v (id) ON t.id = v.id".formatted(2 + id)
              + " WHEN MATCHED AND t.a > 1 THEN DELETE WHEN MATCHED THEN UPDATE SET a = 2"
              + " WHEN NOT MATCHED THEN INSERT (id, a, b) VALUES (v.id, %s, 'x')".formatted(a);
      case 10 ->
          "WITH gone AS (DELETE FROM t WHERE id > 2 RETURNING id), changed AS"
              + " (UPDATE t SET a = 1 WHERE id < 2) INSERT INTO t (id, a, b) VALUES (9, %s, 'x')"
                  .formatted(a)
              + " ON CONFLICT DO NOTHING";
      case 11 ->
          random.nextInt(3) == 0
              ? "TRUNCATE %s".formatted(table)
              : "BEGIN; DELETE FROM t; ROLLBACK; BEGIN; INSERT INTO t (id, a, b) VALUES (8, %s, 'x');"
                      .formatted(a)
                  + " SAVEPOINT s; TRUNCATE t; ROLLBACK TO s; COMMIT";
      case 12 -> "INSERT INTO p VALUES (0), (1), (2), (3), (4) ON CONFLICT DO NOTHING";
      case 13 -> "DELETE FROM p WHERE k IN (%d, %d)".formatted(id, random.nextInt(3));
      default ->
          random.nextInt(3) == 0 ? "TRUNCATE p CASCADE" : "UPDATE p SET k = 5 - k WHERE k < 6";
    };
  }

  /** The table, or one of its partitions. */
  private static String any(Random random, String tables) {
    List<String> names =
        tables.contains(" low ")
            ? List.of("t", "low", "high", "middle", "top")
            : tables.contains(" odd ") ? List.of("t", "even", "odd") : List.of("t");
    return names.get(random.nextInt(names.size()));
  }

  private static String value(Random random, String tables) {
    return tables.contains("float") || tables.contains("numeric")
        ? List.of("NULL", "0", "'NaN'", "1.0", "1.00", "'Infinity'").get(random.nextInt(6))
        : List.of("NULL", "0", "1", "2").get(random.nextInt(4));
  }
}
