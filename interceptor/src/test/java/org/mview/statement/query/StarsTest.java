package org.mview.statement.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A star is written out as the database understands it, or stays. */
class StarsTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER)");
      statement.execute("CREATE TABLE u (id INTEGER, \"order\" TEXT, \"say \"\"hi\"\"\" TEXT)");
      statement.execute("CREATE TABLE w (id INTEGER, a INTEGER, z INTEGER)");
      statement.execute("CREATE VIEW some AS SELECT id AS nr, COUNT(*) AS n FROM t GROUP BY id");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private List<String> headings(String query) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(query)) {
      ResultSetMetaData columns = prepared.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      return names;
    }
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        arguments("SELECT * FROM t", "SELECT t.\"id\", t.\"a\" FROM t"),
        arguments(
            "select /* all */ * -- really\nfrom T where a > 1",
            "select /* all */ T.\"id\", T.\"a\" -- really\nfrom T where a > 1"),
        arguments(
            "SELECT * FROM t JOIN w ON t.id = w.id",
            "SELECT t.\"id\", t.\"a\", w.\"id\", w.\"a\", w.\"z\" FROM t JOIN w ON t.id = w.id"),
        arguments("SELECT * FROM main.t", "SELECT t.\"id\", t.\"a\" FROM main.t"),
        arguments(
            "SELECT * FROM u AS \"my u\"",
            "SELECT \"my u\".\"id\", \"my u\".\"order\", \"my u\".\"say \"\"hi\"\"\" FROM u AS \"my u\""),
        arguments(
            "SELECT x.*, 1 AS one FROM t AS x, u",
            "SELECT x.\"id\", x.\"a\", 1 AS one FROM t AS x, u"),
        arguments(
            "SELECT x . *, u.\"order\" FROM t x JOIN u ON x.id = u.id",
            "SELECT x.\"id\", x.\"a\", u.\"order\" FROM t x JOIN u ON x.id = u.id"),
        arguments(
            "SELECT * FROM t LEFT JOIN w USING (id, a)",
            "SELECT id, a, w.\"z\" FROM t LEFT JOIN w USING (id, a)"),
        arguments("SELECT * FROM t NATURAL JOIN w", "SELECT id, a, w.\"z\" FROM t NATURAL JOIN w"),
        arguments(
            "SELECT w.* FROM t FULL JOIN w USING (id)",
            "SELECT w.\"id\", w.\"a\", w.\"z\" FROM t FULL JOIN w USING (id)"),
        arguments("SELECT * FROM some", "SELECT some.\"nr\", some.\"n\" FROM some"),
        arguments(
            "SELECT q.* FROM (SELECT * FROM t) AS q",
            "SELECT q.\"id\", q.\"a\" FROM (SELECT t.\"id\", t.\"a\" FROM t) AS q"),
        arguments(
            "WITH c AS (SELECT * FROM t), d (p, q) AS (SELECT * FROM c) SELECT * FROM d",
            "WITH c AS (SELECT t.\"id\", t.\"a\" FROM t), d (p, q) AS (SELECT c.\"id\", c.\"a\" FROM c)"
                + " SELECT d.\"p\", d.\"q\" FROM d"),
        arguments(
            "SELECT * FROM t UNION ALL SELECT * FROM t AS b",
            "SELECT t.\"id\", t.\"a\" FROM t UNION ALL SELECT b.\"id\", b.\"a\" FROM t AS b"),
        arguments(
            "SELECT a FROM t WHERE (id, a, 1) IN (SELECT * FROM w) AND EXISTS (SELECT * FROM u)",
            "SELECT a FROM t WHERE (id, a, 1) IN (SELECT w.\"id\", w.\"a\", w.\"z\" FROM w)"
                + " AND EXISTS (SELECT * FROM u)"),
        arguments(
            "SELECT COUNT(*), id * 2 AS twice, '*' FROM t GROUP BY id",
            "SELECT COUNT(*), id * 2 AS twice, '*' FROM t GROUP BY id"));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aStarStandsForTheColumnsOfToday(String query, String expanded) throws SQLException {
    assertThat(Stars.expanded(query, BinderTest.SQLITE, this::headings)).isEqualTo(expanded);
    assertThat(headings(expanded)).isEqualTo(headings(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM t, t",
        "SELECT * FROM (SELECT * FROM t)",
        "SELECT * FROM (SELECT t.id, u.id FROM t, u) AS q",
        "SELECT * FROM t JOIN (u JOIN w USING (id)) ON t.id = u.id",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT * FROM n",
        "SELECT * FROM pragma_table_info('t')",
        "SELECT * FROM nothing",
        "SELECT * FROM t WHERE",
      })
  void aStarThatIsNotCertainStays(String query) {
    assertThat(Stars.expanded(query, BinderTest.SQLITE, this::headings)).isEqualTo(query);
  }
}
