package org.mview.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a server reads for the dictionary grows as the number of tables and views does, and not as
 * its square: information_schema is read once, and not for each of them.
 */
class DictionaryReadsTest {
  private static final Set<String> COUNTING = Set.of("mysql", "mariadb");

  private static final int FEW = 2;
  private static final int MANY = 8;

  private static final int VIEWS_MORE = 2 * (MANY - FEW);

  /** So many rows more are read for a view; where all tables are read for it, thousands are. */
  private static final int MOST = 400;

  private static final String READS =
      "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%' OR Variable_name = 'Opened_views'";

  /** Those that look at what others may have done to tables and triggers. */
  private static final List<String> QUESTIONS =
      List.of(
          "SELECT * FROM user_mviews",
          "SELECT * FROM user_mview_analysis",
          "SELECT * FROM `mview$pending`",
          "SELECT * FROM `mview$changed`");

  static Stream<TestDatabase> counting() {
    return TestDatabases.chosen().stream().filter(kind -> COUNTING.contains(kind.name()));
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("counting")
  void eachViewMoreCostsSomeRowsAndNotAllTables(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection ours = database.connect();
        Connection raw = database.connectRaw()) {
      create(ours, 0, FEW);
      List<Long> few = reads(raw);
      create(ours, FEW, MANY);
      List<Long> many = reads(raw);
      for (int i = 0; i < QUESTIONS.size(); i++) {
        long more = (many.get(i) - few.get(i)) / VIEWS_MORE;
        assertThat(more).as(QUESTIONS.get(i)).isLessThan(MOST);
      }
    }
  }

  /** Each table has a view that is refreshed from a log, and one that notes changes. */
  private static void create(Connection connection, int from, int to) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int i = from; i < to; i++) {
        statement.execute("CREATE TABLE t%s (id INTEGER PRIMARY KEY, n INTEGER)".formatted(i));
        statement.execute(
            "CREATE MATERIALIZED VIEW v%1$s REFRESH FAST AS SELECT n, COUNT(*) AS c FROM t%1$s GROUP BY n"
                .formatted(i));
        statement.execute("CREATE TABLE u%s (id INTEGER PRIMARY KEY, n INTEGER)".formatted(i));
        statement.execute(
            "CREATE MATERIALIZED VIEW w%1$s REFRESH COMPLETE AS SELECT id, n FROM u%1$s"
                .formatted(i));
      }
    }
  }

  /** Rows of all kinds that are read for each question, once it has been asked. */
  private static List<Long> reads(Connection connection) throws SQLException {
    List<Long> reads = new ArrayList<>();
    for (String question : QUESTIONS) {
      ask(connection, question);
      long before = total(connection);
      ask(connection, question);
      reads.add(total(connection) - before);
    }
    return reads;
  }

  private static void ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  private static long total(Connection connection) throws SQLException {
    long total = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(READS)) {
      while (rows.next()) {
        total += rows.getLong(2);
      }
    }
    return total;
  }
}
