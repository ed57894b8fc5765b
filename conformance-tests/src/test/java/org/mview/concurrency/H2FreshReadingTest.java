package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.H2Database;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabases;

/**
 * While a view is read with FRESH_MV, another program commits: the statement has begun, and calls a
 * function in which that happens. It must not see any of it.
 */
class H2FreshReadingTest {
  private static final List<String> QUERIES =
      List.of(
          "SELECT a.id AS aid, b.id AS bid, b.y FROM a JOIN b ON b.k = a.k",
          "SELECT a.id AS aid, b.id AS bid, b.y FROM a LEFT JOIN b ON b.k = a.k AND b.y > 0",
          "SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
          "SELECT id FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
          "SELECT k, MIN(y) AS least, COUNT(*) AS n FROM b GROUP BY k",
          "SELECT n, COUNT(*) AS m FROM (SELECT k, COUNT(*) AS n FROM b GROUP BY k) g GROUP BY n",
          "SELECT MAX(y) AS most FROM b");

  static Stream<Arguments> all() {
    return TestDatabases.chosen().contains(H2Database.IN_MEMORY)
        ? QUERIES.stream().map(Arguments::of)
        : Stream.of();
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("all")
  void nothingIsSeenThatIsCommittedMeanwhile(String query) throws SQLException {
    try (FreshDatabase fresh = H2Database.IN_MEMORY.create();
        Connection connection = fresh.connect()) {
      H2OneMomentTest.prepare(connection);
      Sql.execute(
          connection,
          "CREATE MATERIALIZED VIEW v REFRESH FAST ENABLE ON QUERY COMPUTATION AS " + query);
      Sql.execute(connection, "INSERT INTO a VALUES (7, 1, 5)");
      Sql.execute(connection, "INSERT INTO b VALUES (8, 3, 5)");
      List<String> before = sorted(connection, query);
      String insert = "INSERT INTO %1$s SELECT MAX(id) + 100, %2$d, 9 FROM %1$s";
      String read =
          """
          SELECT /*+ FRESH_MV */ v.* FROM (SELECT meanwhile('%1$s', '%2$s') \
          AND meanwhile('%1$s', '%3$s') AS held) AS q CROSS JOIN v WHERE held"""
              .formatted(fresh.rawUrl(), insert.formatted("b", 2), insert.formatted("a", 2));
      List<String> rows = sorted(connection, read);
      assertThat(Sql.rows(connection, "SELECT COUNT(*) FROM b WHERE id > 100"))
          .isNotEqualTo(List.of("0"));
      assertThat(rows).isEqualTo(before);
      assertThat(sorted(connection, "SELECT /*+ FRESH_MV */ * FROM v"))
          .isEqualTo(sorted(connection, query));
    }
  }

  private static List<String> sorted(Connection connection, String query) throws SQLException {
    return Sql.rows(connection, query).stream().sorted().toList();
  }
}
