package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mview.command.Options.ByTriggers;
import org.mview.command.Options.Compatibility;
import org.mview.command.Options.FloatSums;
import org.mview.session.TestSession;

/** Indexes that are made for views, where scenarios cannot go. */
class IndexesTest {
  private static final Options WITH_INDEXES =
      new Options(Compatibility.EXTENDED, true, FloatSums.RECOMPUTE, ByTriggers.AUTO, true);

  private static final String VIEW =
      """
      CREATE MATERIALIZED VIEW v REFRESH FAST AS \
      SELECT customer, COUNT(DISTINCT cents) AS n FROM orders GROUP BY customer;
      """;

  @Test
  void anOlderRegistryLearnsOfIndexesWithTheFirst() throws SQLException {
    try (TestSession session = TestSession.open("jdbc:sqlite::memory:", WITH_INDEXES)) {
      session.run(
          """
          CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, cents INTEGER);
          CREATE MATERIALIZED VIEW old REFRESH COMPLETE AS SELECT customer, cents FROM orders;
          CREATE MATERIALIZED VIEW older REFRESH COMPLETE AS SELECT id FROM orders;
          DROP TABLE "mview$index";
          DROP TABLE "mview$index_reader";
          DROP TABLE "mview$job";
          DROP TABLE "mview$group";
          DROP TABLE "mview$member";
          DROP TABLE "mview$mark";
          DROP TABLE "mview$turn";
          UPDATE "mview$registry" SET schema_version = 1;
          DROP MATERIALIZED VIEW older;
          EXPLAIN MATERIALIZED VIEW old;
          """);
      assertThat(session.rows("SELECT schema_version FROM \"mview$registry\""))
          .containsExactly("1");
      session.run(VIEW);
      assertThat(session.rows("SELECT schema_version FROM \"mview$registry\""))
          .containsExactly("5");
      assertThat(session.rows("SELECT COUNT(*) FROM \"mview$index_reader\"")).containsExactly("1");
    }
  }

  @Test
  void explainNamesTheOtherViewsThatWantIt() throws SQLException {
    try (TestSession session = TestSession.open("jdbc:sqlite::memory:", WITH_INDEXES)) {
      session.run(
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, cents INTEGER);\n"
              + VIEW
              + VIEW.replace(" v ", " w "));
      assertThat(lines(session))
          .isEqualTo("on orders(customer): goes with the last view that wants it; also for w");
      session.run("DROP MATERIALIZED VIEW w");
      assertThat(lines(session))
          .isEqualTo("on orders(customer): goes with the last view that wants it");
    }
  }

  private static String lines(TestSession session) throws SQLException {
    String answer = session.run("EXPLAIN MATERIALIZED VIEW v").rows().orElseThrow();
    return session
        .rows("SELECT LINE FROM (%s) WHERE SECTION = 'indexes made for it'".formatted(answer))
        .get(0)
        .replaceAll("^mview\\$x\\$\\d+ ", "");
  }
}
