package org.mview.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.session.TestSession;

/** Oracle's dictionary views: their columns, and what they say of views in every state. */
class DictionaryTest {
  private static final String SHOP =
      """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER);
      INSERT INTO orders VALUES (1, 7, 10);
      """;

  private static final String FAST =
      SHOP + "CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT id, amount FROM orders;\n";

  private static final String DIMENSION =
      """
      CREATE DIMENSION d LEVEL id IS orders.id ATTRIBUTE id DETERMINES orders.amount;
      """;

  static Stream<Arguments> columns() {
    return Stream.of(
        arguments(
            "MVIEWS",
            "OWNER",
            """
            MVIEW_NAME CONTAINER_NAME QUERY QUERY_LEN UPDATABLE UPDATE_LOG MASTER_ROLLBACK_SEG \
            MASTER_LINK REWRITE_ENABLED REWRITE_CAPABILITY REFRESH_MODE REFRESH_METHOD BUILD_MODE \
            FAST_REFRESHABLE LAST_REFRESH_TYPE LAST_REFRESH_DATE LAST_REFRESH_END_TIME STALENESS \
            AFTER_FAST_REFRESH UNKNOWN_PREBUILT UNKNOWN_PLSQL_FUNC UNKNOWN_EXTERNAL_TABLE \
            UNKNOWN_CONSIDER_FRESH UNKNOWN_IMPORT UNKNOWN_TRUSTED_FD COMPILE_STATE USE_NO_INDEX \
            STALE_SINCE NUM_PCT_TABLES NUM_FRESH_PCT_REGIONS NUM_STALE_PCT_REGIONS SEGMENT_CREATED \
            EVALUATION_EDITION UNUSABLE_BEFORE UNUSABLE_BEGINNING DEFAULT_COLLATION \
            ON_QUERY_COMPUTATION"""),
        arguments("MVIEW_REFRESH_TIMES", "OWNER", "NAME MASTER_OWNER MASTER LAST_REFRESH"),
        arguments("MVIEW_COMMENTS", "OWNER", "MVIEW_NAME COMMENTS"),
        arguments(
            "MVIEW_DETAIL_RELATIONS",
            "OWNER",
            """
            MVIEW_NAME DETAILOBJ_OWNER DETAILOBJ_NAME DETAILOBJ_TYPE DETAILOBJ_ALIAS DETAILOBJ_PCT \
            NUM_FRESH_PCT_PARTITIONS NUM_STALE_PCT_PARTITIONS"""),
        arguments(
            "REGISTERED_MVIEWS",
            "OWNER",
            "NAME MVIEW_SITE CAN_USE_LOG UPDATABLE REFRESH_METHOD MVIEW_ID VERSION QUERY_TXT"),
        arguments("BASE_TABLE_MVIEWS", "OWNER", "MASTER MVIEW_LAST_REFRESH_TIME MVIEW_ID"),
        arguments("DIMENSIONS", "OWNER", "DIMENSION_NAME INVALID COMPILE_STATE REVISION"),
        arguments(
            "DIM_LEVELS",
            "OWNER",
            """
            DIMENSION_NAME LEVEL_NAME NUM_COLUMNS DETAILOBJ_OWNER DETAILOBJ_NAME SKIP_WHEN_NULL"""),
        arguments("DIM_LEVEL_KEY", "OWNER", "DIMENSION_NAME LEVEL_NAME KEY_POSITION COLUMN_NAME"),
        arguments("DIM_HIERARCHIES", "OWNER", "DIMENSION_NAME HIERARCHY_NAME"),
        arguments(
            "DIM_CHILD_OF",
            "OWNER",
            """
            DIMENSION_NAME HIERARCHY_NAME POSITION CHILD_LEVEL_NAME JOIN_KEY_ID PARENT_LEVEL_NAME"""),
        arguments(
            "DIM_JOIN_KEY",
            "OWNER",
            """
            DIMENSION_NAME DIM_KEY_ID LEVEL_NAME KEY_POSITION HIERARCHY_NAME CHILD_JOIN_OWNER \
            CHILD_JOIN_TABLE CHILD_JOIN_COLUMN CHILD_LEVEL_NAME"""),
        arguments(
            "DIM_ATTRIBUTES",
            "OWNER",
            "DIMENSION_NAME ATTRIBUTE_NAME LEVEL_NAME COLUMN_NAME INFERRED"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void aFamilyHasTheColumnsOfTheManualAndTheOwnerWhereOthersObjectsAre(
      String family, String owner, String columns) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(FAST + DIMENSION);
      List<String> own = List.of(columns.split(" "));
      List<String> all = Stream.concat(Stream.of(owner), own.stream()).toList();
      assertThat(columns(session, "USER_" + family)).isEqualTo(own);
      assertThat(columns(session, "ALL_" + family)).isEqualTo(all);
      assertThat(columns(session, "DBA_" + family)).isEqualTo(all);
    }
  }

  private static List<String> columns(TestSession session, String view) throws SQLException {
    return session.rows("SELECT name FROM pragma_table_info('%s') ORDER BY cid".formatted(view));
  }

  static Stream<Arguments> views() {
    return Stream.of(
        arguments(
            "a new view is fresh",
            FAST,
            "STALENESS, LAST_REFRESH_TYPE, COMPILE_STATE, REFRESH_MODE, REFRESH_METHOD, BUILD_MODE, FAST_REFRESHABLE",
            "FRESH|COMPLETE|VALID|DEMAND|FAST|IMMEDIATE|DML"),
        arguments(
            "its query is shown as it was written",
            SHOP + "CREATE MATERIALIZED VIEW v AS SELECT id /* all */  FROM \"orders\";",
            "QUERY, QUERY_LEN, CONTAINER_NAME, MVIEW_NAME",
            "SELECT id /* all */  FROM \"orders\"|34|v|v"),
        arguments(
            "a change makes it stale",
            FAST + "INSERT INTO orders VALUES (2, 7, 20);",
            "STALENESS, AFTER_FAST_REFRESH",
            "STALE|FRESH"),
        arguments(
            "a refresh makes it fresh again",
            FAST
                + """
                INSERT INTO orders VALUES (2, 7, 20);
                CALL DBMS_MVIEW.REFRESH('v');
                """,
            "STALENESS, LAST_REFRESH_TYPE, LAST_REFRESH_DATE IS NOT NULL",
            "FRESH|FAST|1"),
        arguments(
            "one that was never filled is unusable",
            SHOP
                + "CREATE MATERIALIZED VIEW v BUILD DEFERRED REFRESH FAST AS SELECT id FROM orders;",
            "STALENESS, BUILD_MODE, LAST_REFRESH_TYPE, LAST_REFRESH_DATE",
            "UNUSABLE|DEFERRED|NA|null"),
        arguments(
            "one whose table was altered needs to be compiled",
            FAST + "ALTER TABLE orders ADD COLUMN day TEXT;",
            "STALENESS, COMPILE_STATE",
            "NEEDS_COMPILE|NEEDS_COMPILE"),
        arguments(
            "and is compiled",
            FAST
                + """
                ALTER TABLE orders ADD COLUMN day TEXT;
                ALTER MATERIALIZED VIEW v COMPILE;
                """,
            "STALENESS, COMPILE_STATE",
            "FRESH|VALID"),
        arguments(
            "one that cannot be compiled has an error",
            FAST
                + """
                ALTER TABLE orders RENAME COLUMN amount TO price;
                ALTER MATERIALIZED VIEW v COMPILE;
                """,
            "COMPILE_STATE",
            "ERROR"),
        arguments(
            "one that is said to be fresh is of unknown staleness",
            FAST
                + """
                INSERT INTO orders VALUES (2, 7, 20);
                ALTER MATERIALIZED VIEW v CONSIDER FRESH;
                """,
            "STALENESS, UNKNOWN_CONSIDER_FRESH",
            "UNKNOWN|Y"),
        arguments(
            "a view on commit",
            SHOP + "CREATE MATERIALIZED VIEW v REFRESH FORCE ON COMMIT AS SELECT id FROM orders;",
            "REFRESH_MODE, REFRESH_METHOD",
            "COMMIT|FORCE"),
        arguments(
            "one that can only be refreshed completely",
            SHOP + "CREATE MATERIALIZED VIEW v AS SELECT id FROM orders LIMIT 3;",
            "REFRESH_METHOD, FAST_REFRESHABLE, AFTER_FAST_REFRESH, STALENESS",
            "FORCE|NO|NA|FRESH"),
        arguments(
            "and is stale after a change, too",
            SHOP
                + """
                CREATE MATERIALIZED VIEW v AS SELECT id FROM orders LIMIT 3;
                DELETE FROM orders;
                """,
            "STALENESS",
            "STALE"),
        arguments(
            "one that is never refreshed",
            SHOP + "CREATE MATERIALIZED VIEW v NEVER REFRESH AS SELECT id FROM orders;",
            "REFRESH_MODE, REFRESH_METHOD",
            "NEVER|NEVER"),
        arguments(
            "without an index, and for rewriting",
            SHOP
                + "CREATE MATERIALIZED VIEW v USING NO INDEX ENABLE QUERY REWRITE AS SELECT id FROM orders;",
            "USE_NO_INDEX, REWRITE_ENABLED, UPDATABLE, ON_QUERY_COMPUTATION",
            "Y|Y|N|N"),
        arguments(
            "hidden columns are in a table of another name",
            SHOP
                + "CREATE MATERIALIZED VIEW v AS SELECT customer, AVG(amount) AS a FROM orders GROUP BY customer;",
            "CONTAINER_NAME",
            "mview$c$v"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("views")
  void theDictionaryShowsOf(String name, String script, String columns, String row)
      throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(script);
      assertThat(session.rows("SELECT %s FROM USER_MVIEWS".formatted(columns)))
          .containsExactly(row);
    }
  }

  @Test
  void theOthersSayWhatTheViewReads() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(FAST);
      session.run(
          """
          CREATE VIEW big AS SELECT id FROM orders WHERE amount > 9;
          CREATE MATERIALIZED VIEW w REFRESH FAST AS SELECT v.id FROM v JOIN big ON big.id = v.id;
          COMMENT ON MATERIALIZED VIEW w IS 'big ones';
          """);
      assertThat(
              session.rows(
                  """
                  SELECT MVIEW_NAME, DETAILOBJ_NAME, DETAILOBJ_TYPE FROM USER_MVIEW_DETAIL_RELATIONS
                  ORDER BY 1, 2"""))
          .containsExactly("v|orders|TABLE", "w|big|VIEW", "w|orders|TABLE", "w|v|SNAPSHOT");
      assertThat(session.rows("SELECT NAME, MASTER FROM USER_MVIEW_REFRESH_TIMES WHERE NAME = 'v'"))
          .containsExactly("v|orders");
      assertThat(session.rows("SELECT MVIEW_NAME, COMMENTS FROM USER_MVIEW_COMMENTS ORDER BY 1"))
          .containsExactly("v|null", "w|big ones");
      assertThat(session.rows("SELECT MASTER, COUNT(*) FROM USER_BASE_TABLE_MVIEWS GROUP BY 1"))
          .containsExactly("orders|2", "v|1");
      assertThat(
              session.rows(
                  "SELECT NAME, CAN_USE_LOG, UPDATABLE, REFRESH_METHOD FROM USER_REGISTERED_MVIEWS ORDER BY 1"))
          .containsExactly("v|YES|NO|PRIMARY KEY", "w|YES|NO|PRIMARY KEY");
    }
  }

  static Stream<Arguments> logs() {
    return Stream.of(
        arguments("", "NO|YES|NO|NO|NO"),
        arguments("WITH PRIMARY KEY", "NO|YES|NO|NO|NO"),
        arguments("WITH ROWID", "YES|NO|NO|NO|NO"),
        arguments("WITH ROWID, PRIMARY KEY, SEQUENCE", "YES|YES|NO|YES|NO"),
        arguments("WITH PRIMARY KEY (amount) INCLUDING NEW VALUES", "NO|YES|YES|NO|YES"),
        arguments("WITH PRIMARY KEY (amount) EXCLUDING NEW VALUES", "NO|YES|YES|NO|NO"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aLogIsShownAsItWasAskedFor(String clauses, String row) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(SHOP + "CREATE MATERIALIZED VIEW LOG ON orders " + clauses + ";");
      assertThat(
              session.rows(
                  """
                  SELECT ROWIDS, PRIMARY_KEY, FILTER_COLUMNS, SEQUENCE, INCLUDE_NEW_VALUES
                  FROM USER_MVIEW_LOGS WHERE MASTER = 'orders' AND LOG_TABLE = 'MLOG$_orders'"""))
          .containsExactly(row);
    }
  }

  @Test
  void aViewOfTheUserIsNotReplaced() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run("CREATE VIEW user_mviews AS SELECT 'mine' AS x;");
      session.run(FAST);
      assertThat(session.rows("SELECT x FROM user_mviews")).containsExactly("mine");
      assertThat(session.rows("SELECT MVIEW_NAME FROM ALL_MVIEWS")).containsExactly("v");
    }
  }
}
