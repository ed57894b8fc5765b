package org.mview.catalog;

import java.util.List;
import org.mview.catalog.DictionaryViews.Family;
import org.mview.dialect.Dialect;

/** The texts of the dictionary views that show statistics of refreshes. */
final class StatisticsViews {
  private static final String OWNER = "v.schema_name AS MV_OWNER";

  private static final String OF_VIEW = " AS r JOIN \"mview$view\" AS v ON v.id = r.view_id";

  private static final String SYSTEM =
      "COALESCE((SELECT %s FROM \"mview$collection\" WHERE view_id = %s), %s)";

  private final Dialect dialect;

  StatisticsViews(Dialect dialect) {
    this.dialect = dialect;
  }

  List<Family> families() {
    return List.of(
        new Family("MVREF_RUN_STATS", "r.schema_name AS RUN_OWNER", runs(), "\"mview$run\" AS r"),
        new Family("MVREF_STATS", OWNER, ofView(), "\"mview$run_view\"" + OF_VIEW),
        new Family("MVREF_CHANGE_STATS", OWNER, changes(), "\"mview$run_change\"" + OF_VIEW),
        new Family("MVREF_STMT_STATS", OWNER, statements(), "\"mview$run_statement\"" + OF_VIEW),
        new Family("MVREF_STATS_PARAMS", OWNER, settings(), ofUsers()),
        new Family("MVREF_STATS_SYS_DEFAULTS", "", defaults(), "(%s) AS d".formatted(systems())));
  }

  private static String runs() {
    return """
        r.id AS REFRESH_ID, r.view_count AS NUM_MVS, r.view_names AS MVIEWS, \
        r.master_names AS BASE_TABLES, r.method AS METHOD, NULL AS ROLLBACK_SEG, \
        %s AS PUSH_DEFERRED_RPC, %s AS REFRESH_AFTER_ERRORS, r.purge_option AS PURGE_OPTION, \
        r.parallelism AS PARALLELISM, r.heap_size AS HEAP_SIZE, %s AS ATOMIC_REFRESH, \
        %s AS NESTED, %s AS OUT_OF_PLACE, r.failures AS NUMBER_OF_FAILURES, \
        r.start_time AS START_TIME, r.end_time AS END_TIME, r.seconds AS ELAPSED_TIME, \
        NULL AS LOG_SETUP_TIME, NULL AS LOG_PURGE_TIME, 'Y' AS COMPLETE_STATS_AVAILABLE"""
        .formatted(
            letter("r.push_deferred"),
            letter("r.after_errors"),
            letter("r.is_atomic"),
            letter("r.is_nested"),
            letter("r.is_out_of_place"));
  }

  private static String letter(String truth) {
    return "CASE WHEN %s THEN 'Y' ELSE 'N' END".formatted(truth);
  }

  private static String ofView() {
    return """
        v.name AS MV_NAME, r.run_id AS REFRESH_ID, r.method AS REFRESH_METHOD, \
        NULL AS REFRESH_OPTIMIZATIONS, NULL AS ADDITIONAL_EXECUTIONS, \
        r.start_time AS START_TIME, r.end_time AS END_TIME, r.seconds AS ELAPSED_TIME, \
        NULL AS LOG_SETUP_TIME, NULL AS LOG_PURGE_TIME, r.rows_before AS INITIAL_NUM_ROWS, \
        r.rows_after AS FINAL_NUM_ROWS""";
  }

  private static String changes() {
    return """
        r.schema_name AS TBL_OWNER, r.name AS TBL_NAME, v.name AS MV_NAME, \
        r.run_id AS REFRESH_ID, r.inserted AS NUM_ROWS_INS, r.updated AS NUM_ROWS_UPD, \
        r.deleted AS NUM_ROWS_DEL, 0 AS NUM_ROWS_DL_INS, 'N' AS PMOPS_OCCURRED, \
        NULL AS PMOP_DETAILS, r.master_rows AS NUM_ROWS""";
  }

  private static String statements() {
    return """
        v.name AS MV_NAME, r.run_id AS REFRESH_ID, r.position AS STEP, NULL AS SQLID, \
        r.statement_text AS STMT, r.seconds AS EXECUTION_TIME, NULL AS EXECUTION_PLAN""";
  }

  private static String settings() {
    return """
        v.name AS MV_NAME, COALESCE(c.collection_level, %s) AS COLLECTION_LEVEL, \
        COALESCE(c.retention, %s) AS RETENTION_PERIOD"""
        .formatted(level(), retention());
  }

  private static String ofUsers() {
    return DictionaryViews.USERS + " LEFT JOIN \"mview$collection\" AS c ON c.view_id = v.id";
  }

  private String defaults() {
    return "d.parameter_name AS PARAMETER_NAME, d.setting AS \"%s\""
        .formatted(dialect.fold().apply("VALUE"));
  }

  private String systems() {
    return """
        %s UNION ALL %s"""
        .formatted(
            dialect.selecting(
                "'COLLECTION_LEVEL' AS parameter_name, %s AS setting".formatted(level())),
            dialect.selecting(
                "'RETENTION_PERIOD', TRIM(CAST(%s AS CHAR(10)))".formatted(retention())));
  }

  private static String level() {
    return SYSTEM.formatted(
        "collection_level",
        StatisticsSettings.SYSTEM,
        "'%s'".formatted(StatisticsSettings.DEFAULT_LEVEL));
  }

  private static String retention() {
    return SYSTEM.formatted(
        "retention", StatisticsSettings.SYSTEM, StatisticsSettings.DEFAULT_RETENTION);
  }
}
