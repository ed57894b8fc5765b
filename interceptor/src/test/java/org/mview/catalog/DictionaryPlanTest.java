package org.mview.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.dialect.SystemCatalog;
import org.mview.dialect.sqlite.Sqlite;
import org.mview.session.TestSession;

/** What the dictionary costs grows as the number of views does, and not as its square. */
class DictionaryPlanTest {
  private static final String DICTIONARY =
      "SELECT name FROM sqlite_master WHERE type = 'view' AND (name LIKE 'USER!_%' ESCAPE '!' OR name LIKE 'ALL!_%' ESCAPE '!')";

  private TestSession session;

  @BeforeEach
  void createAView() throws SQLException {
    session = TestSession.open();
    session.run(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
        CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT id, n FROM t;
        CREATE MATERIALIZED VIEW w REFRESH COMPLETE AS SELECT id, n FROM t;
        """);
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
  }

  @Test
  void noViewOfTheDictionaryReadsATableForEachRowOfAnother() throws SQLException {
    List<String> views = session.rows(DICTIONARY);
    assertThat(views).contains("USER_MVIEWS", "ALL_MVIEW_LOGS");
    for (String view : views) {
      assertThat(scansInScans("SELECT * FROM " + view)).as(view).isEmpty();
    }
  }

  static Stream<String> questionsOfTheRegistry() {
    SystemCatalog system = Sqlite.DIALECT.catalog();
    return Stream.of(
        "SELECT id FROM \"mview$log\" WHERE " + system.intact(),
        "SELECT id FROM \"mview$log\" WHERE " + system.marking(),
        "SELECT view_id FROM \"mview$touch\" AS n WHERE NOT " + system.watched(),
        system.redefined(),
        system.overtaken().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("questionsOfTheRegistry")
  void sqlitesOwnTableIsNotReadForEachRow(String question) throws SQLException {
    assertThat(scansInScans(question)).isEmpty();
  }

  @Test
  void aTableThatIsReadForEachRowIsSeen() throws SQLException {
    assertThat(
            scansInScans(
                "SELECT (SELECT sql FROM sqlite_master AS s WHERE s.name = m.name) FROM \"mview$master\" AS m"))
        .hasSize(1);
    assertThat(
            scansInScans(
                "SELECT * FROM \"mview$master\" AS m, sqlite_master AS s WHERE s.sql > m.name"))
        .hasSize(1);
  }

  /** The steps that read a whole table for each row of another step. */
  private List<String> scansInScans(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    Map<String, String> parents = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    Map<String, Integer> scans = new HashMap<>();
    for (String row : session.rows("EXPLAIN QUERY PLAN " + query)) {
      String[] step = row.split("\\|", 4); // its id, its parent's, nothing, what it does
      parents.put(step[0], step[1]);
      texts.put(step[0], step[3]);
      if (step[3].startsWith("SCAN ")
          && (scans.merge(step[1], 1, Integer::sum) > 1 || isCorrelated(step[1], parents, texts))) {
        found.add(step[3]);
      }
    }
    return found;
  }

  private static boolean isCorrelated(
      String step, Map<String, String> parents, Map<String, String> texts) {
    return texts.containsKey(step)
        && (texts.get(step).startsWith("CORRELATED")
            || isCorrelated(parents.get(step), parents, texts));
  }
}
