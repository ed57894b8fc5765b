package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.session.TestSession;

/** Views that were once wrong after a change: they equal their queries. */
class OnceWrongTest {
  static Stream<Arguments> views() {
    return Stream.of(
        arguments(
            "the greatest value under a collation",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, g INTEGER NOT NULL, x TEXT COLLATE NOCASE)",
            "INSERT INTO t VALUES (1, 1, 'a')",
            "SELECT g, MAX(x) AS m FROM t GROUP BY g",
            "INSERT INTO t VALUES (2, 1, 'B')"),
        arguments(
            "the greatest of several new ones under a collation",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, g INTEGER NOT NULL, x TEXT COLLATE NOCASE)",
            "INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'z')",
            "SELECT g, MAX(x) AS m, MIN(x) AS l FROM t GROUP BY g",
            "REPLACE INTO t VALUES (2, 1, 'b'), (3, 1, 'C')"),
        arguments(
            "a collation in the query",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)",
            "INSERT INTO t VALUES (1, 'a')",
            "SELECT DISTINCT x COLLATE NOCASE AS k FROM t",
            "INSERT INTO t VALUES (2, 'A')"),
        arguments(
            "a value that is equal and of another type",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, x)",
            "INSERT INTO t VALUES (1, 1), (2, 3)",
            "SELECT id, x / 2 AS half, typeof(x) AS y FROM t",
            "UPDATE t SET x = 1.0 WHERE id = 1"),
        arguments(
            "an operator that SQLite binds tighter than others do",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)",
            "INSERT INTO t VALUES (1, 2, 3)",
            "SELECT id, a || b * 2 AS e FROM t",
            "INSERT INTO t VALUES (2, 4, 5)"),
        arguments(
            "a table that is called like the alias of a log",
            "CREATE TABLE LOG (id INTEGER PRIMARY KEY, x INTEGER)",
            "INSERT INTO LOG VALUES (1, 10), (2, 20)",
            "SELECT a.id, b.x FROM LOG a JOIN LOG b ON b.id = a.id",
            "UPDATE LOG SET x = 30 WHERE id = 2"),
        arguments(
            "columns that are called like units of time",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, day TEXT, year INTEGER)",
            "INSERT INTO t VALUES (1, 'mon', 2000)",
            "SELECT day, SUM(year) AS s, COUNT(*) AS n FROM t GROUP BY day",
            "INSERT INTO t VALUES (2, 'mon', 2001)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("views")
  void theViewEqualsItsQuery(String name, String table, String rows, String query, String change)
      throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(table);
      session.run(rows);
      session.run("CREATE MATERIALIZED VIEW v REFRESH FAST ON COMMIT AS " + query);
      session.run(change);
      assertThat(session.rows("SELECT * FROM v"))
          .containsExactlyInAnyOrderElementsOf(session.rows(query));
    }
  }
}
