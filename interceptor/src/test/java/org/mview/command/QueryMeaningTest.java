package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Tree;
import org.mview.catalog.Catalog;
import org.mview.catalog.Version;
import org.mview.delta.Keeping;
import org.mview.delta.Kept;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.session.TestSession;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.query.Understanding;

/**
 * The algebra of a query has the rows of the query, as a bag, every value of the same type: on
 * small random tables with NULL, with duplicates, with letters in both cases.
 */
class QueryMeaningTest {
  private static final int DATABASES = 12;

  private static TestSession session;

  @BeforeAll
  static void open() throws SQLException {
    session = TestSession.open();
    session.run(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, k INTEGER, x INTEGER, y INTEGER NOT NULL, s TEXT, n TEXT COLLATE NOCASE);
        CREATE TABLE u (id INTEGER PRIMARY KEY, t INTEGER, k INTEGER, x INTEGER, s TEXT, n TEXT COLLATE NOCASE);
        CREATE TABLE w (k INTEGER NOT NULL, m INTEGER NOT NULL, x INTEGER, PRIMARY KEY (k, m));
        CREATE TABLE bag (k INTEGER, x INTEGER, v);
        CREATE VIEW tv AS SELECT id, k, x FROM t WHERE x > 1;
        CREATE VIEW grouped AS SELECT k, COUNT(*) AS c, SUM(x) AS total FROM u GROUP BY k
        """);
  }

  @AfterAll
  static void close() throws SQLException {
    session.close();
  }

  static Stream<String> queries() {
    return MeaningQueries.ALL
        .lines()
        .map(String::strip)
        .filter(q -> !q.isEmpty() && !q.startsWith("--"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void theAlgebraHasTheRowsOfTheQuery(String query) throws SQLException {
    Understanding understanding =
        new QueryReader(session.database(), Catalog.empty(new Version(0, 0)))
            .read(query)
            .understanding();
    assertThat(understanding).isInstanceOf(Understanding.Clear.class);
    Understanding.Clear clear = (Understanding.Clear) understanding;
    String ours = NaiveSql.of(clear.relation());
    String lowered = lowered(clear);
    for (int seed = 0; seed < DATABASES; seed++) {
      fill(new Random(seed), seed);
      assertThat(rows(lowered, clear.names().size()))
          .as("LOWERED seed %d\n%s\n%s", seed, Tree.of(clear.relation()), lowered)
          .isEqualTo(rows(query, clear.names().size()));
      assertThat(rows(ours, clear.names().size()))
          .as("seed %d\n%s\n%s", seed, Tree.of(clear.relation()), ours)
          .isEqualTo(rows(query, clear.names().size()));
    }
  }

  private static String lowered(Understanding.Clear clear) throws SQLException {
    Kept kept = Keeping.of(clear.relation());
    QualifiedName view = QualifiedName.of("v");
    List<Identifier> names =
        IntStream.range(0, kept.columns().size()).mapToObj(i -> Identifier.of("c" + i)).toList();
    Places places = new Places(view, names, Map.of(), view);
    return "SELECT %s FROM (%s)"
        .formatted(
            list(clear.names().size(), "c%d"),
            session.database().text(RefreshStatements.content(kept, places)));
  }

  /** The rows in an order of their own, each value with its type. */
  private static List<String> rows(String query, int columns) throws SQLException {
    String names = list(columns, "c%d");
    return session
        .rows(
            "WITH q(%s) AS (%s) SELECT %s FROM q"
                .formatted(names, query, list(columns, "typeof(c%1$d) || ' ' || quote(c%1$d)")))
        .stream()
        .sorted()
        .toList();
  }

  private static String list(int columns, String each) {
    return IntStream.range(0, columns).mapToObj(each::formatted).collect(Collectors.joining(", "));
  }

  /** Few values, so that many are equal; an empty table now and then. */
  private static void fill(Random random, int seed) throws SQLException {
    for (String table : List.of("t", "u", "w", "bag")) {
      session.run("DELETE FROM " + table);
    }
    for (int i = 1; i <= (seed == 1 ? 0 : 9); i++) {
      session.run(
          "INSERT INTO t VALUES (%d, %s, %s, %d, %s, %s)"
              .formatted(
                  i,
                  number(random),
                  number(random),
                  random.nextInt(4),
                  letter(random),
                  letter(random)));
    }
    for (int i = 1; i <= (seed == 2 ? 0 : 9); i++) {
      session.run(
          "INSERT INTO u VALUES (%d, %s, %s, %s, %s, %s)"
              .formatted(
                  i,
                  number(random),
                  number(random),
                  number(random),
                  letter(random),
                  letter(random)));
    }
    for (int i = 0; i < 6; i++) {
      session.run(
          "INSERT OR IGNORE INTO w VALUES (%d, %d, %s)"
              .formatted(random.nextInt(4), random.nextInt(3), number(random)));
      session.run(
          "INSERT INTO bag VALUES (%s, %s, %s)"
              .formatted(number(random), number(random), any(random)));
    }
  }

  private static String number(Random random) {
    return random.nextInt(5) == 0 ? "NULL" : String.valueOf(random.nextInt(4));
  }

  private static String letter(Random random) {
    return List.of("NULL", "'a'", "'A'", "'b'", "'B'", "'1'").get(random.nextInt(6));
  }

  private static String any(Random random) {
    return List.of("NULL", "1", "1.0", "'1'", "2.5", "'a'", "0").get(random.nextInt(7));
  }
}
