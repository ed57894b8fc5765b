package org.mview.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.benchmarks.database.Script;

/**
 * Of each way: the refresh is right, reads no table from end to end where the index is there, and
 * says which one is missing where it is not.
 */
class CostWayTest {

  private static EmbeddedPostgres server;
  private static int number;

  private enum Kind {
    SQLITE(10_000),
    POSTGRESQL(50_000); // whose planner reads smaller tables whole, and is right

    private final int orders;

    Kind(int orders) {
      this.orders = orders;
    }
  }

  static Stream<Arguments> everywhere() {
    return Stream.of(Kind.values())
        .flatMap(kind -> CostWay.ALL.stream().map(way -> Arguments.of(kind, way)));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static Connection open(Kind kind) throws SQLException, IOException {
    return open(kind, "mview.autoIndex=false");
  }

  private static Connection open(Kind kind, String property) throws SQLException, IOException {
    if (kind == Kind.SQLITE) {
      return DriverManager.getConnection("jdbc:mview:sqlite::memory:?" + property);
    }
    if (server == null) {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("autovacuum", "off")
              .start();
    }
    number++;
    try (Connection root = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"))) {
      Script.run(root, "CREATE DATABASE cost" + number);
    }
    String url = server.getJdbcUrl("postgres", "cost" + number);
    Connection connection =
        DriverManager.getConnection(url.replace("jdbc:", "jdbc:mview:") + "&" + property);
    return connection;
  }

  /** Few rows are best read whole: what is asked is whether an index can be used. */
  private static void preferIndexes(Kind kind, Connection connection) throws SQLException {
    if (kind == Kind.POSTGRESQL) {
      Script.run(
          connection,
          "SET enable_seqscan = off",
          "SET enable_hashjoin = off",
          "SET enable_mergejoin = off");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everywhere")
  void aRefreshReadsNoTableFromEndToEnd(Kind kind, CostWay way) throws Exception {
    try (Connection connection = open(kind)) {
      CostTables tables = new CostTables(kind.orders);
      tables.load(connection);
      try (CostRefresh refresh = CostRefresh.of(way, tables, connection)) {
        refresh.prepare();
        List<String> plan = explained(connection, way, "plan of the database");
        List<String> scanned = explained(connection, way, "indexes that would help");
        scanned.removeIf(line -> line.contains(way.view())); // few rows of its own
        assertThat(scanned).as("%s", String.join("\n", plan)).isEmpty();
        refresh.run(1);
        assertThat(rows(connection, difference(way))).containsExactly("0");
        assertThat(rows(connection, "SELECT last_refresh_type, staleness FROM user_mviews"))
            .containsExactly("FAST|FRESH");
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everywhere")
  void anIndexThatIsMissingIsNamed(Kind kind, CostWay way) throws Exception {
    try (Connection connection = open(kind)) {
      new CostTables(1_000).load(connection);
      preferIndexes(kind, connection);
      Script.run(connection, way.create());
      String advice = String.join("\n", explained(connection, way, "indexes that would help"));
      for (String index : way.indexes()) {
        assertThat(advice).contains(index.replace(" (", "("));
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everywhere")
  void anIndexThatIsMissingIsMadeWhereThatIsAskedFor(Kind kind, CostWay way) throws Exception {
    try (Connection connection = open(kind, "mview.autoIndex=true")) {
      CostTables tables = new CostTables(2_000);
      tables.load(connection);
      preferIndexes(kind, connection);
      Script.run(connection, way.create());
      List<String> made = explained(connection, way, "indexes made");
      assertThat(made).hasSameSizeAs(way.indexes());
      for (String index : way.indexes()) {
        assertThat(made).anyMatch(line -> line.contains(index.replace(" (", "(")));
      }
      tables.change(connection, new Random(1));
      List<String> plan = explained(connection, way, "plan of the database");
      List<String> scanned = explained(connection, way, "indexes that would help");
      scanned.removeIf(line -> line.contains(way.view())); // few rows of its own
      assertThat(scanned).as("%s", String.join("\n", plan)).isEmpty();
      Script.run(connection, "{call DBMS_MVIEW.REFRESH('%s', 'F')}".formatted(way.view()));
      assertThat(rows(connection, difference(way))).containsExactly("0");
      Script.run(connection, "DROP MATERIALIZED VIEW " + way.view());
      assertThat(rows(connection, indexes(kind))).isEmpty();
    }
  }

  private static String indexes(Kind kind) {
    return switch (kind) {
      case SQLITE -> "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'mview$x%'";
      case POSTGRESQL -> "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'mview$x%'";
    };
  }

  private static String difference(CostWay way) {
    return """
        SELECT COUNT(*) FROM (
          SELECT * FROM (SELECT * FROM %1$s EXCEPT %2$s) AS a
          UNION ALL SELECT * FROM (SELECT * FROM (%2$s) AS q EXCEPT SELECT * FROM %1$s) AS b) AS d"""
        .formatted(way.view(), "SELECT * FROM (" + way.query() + ") AS r");
  }

  private static List<String> explained(Connection connection, CostWay way, String section)
      throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String line : rows(connection, "EXPLAIN MATERIALIZED VIEW " + way.view())) {
      if (line.startsWith(section)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(query);
      try (ResultSet row = statement.getResultSet()) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          StringBuilder text = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            text.append(i == 1 ? "" : "|").append(row.getString(i));
          }
          rows.add(text.toString());
        }
      }
    }
    return rows;
  }
}
