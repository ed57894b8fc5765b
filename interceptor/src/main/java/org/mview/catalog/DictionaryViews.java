package org.mview.catalog;

import java.util.List;
import org.mview.dialect.SystemCatalog;

/** The texts of the dictionary views. */
final class DictionaryViews {
  /** The family of views that shows logs, and when they are purged. */
  static final String LOGS_FAMILY = "MVIEW_LOGS";

  /** The family of views that shows views. */
  static final String VIEWS_FAMILY = "MVIEWS";

  static final String PENDING = "\"mview$pending\"";

  /** The views of users: not those that are kept for other views. */
  static final String USERS = "(SELECT * FROM \"mview$view\" WHERE inner_of IS NULL) AS v";

  /** The logs of what users know of. */
  private static final String LOGS =
      """
      (SELECT * FROM "mview$log" AS o WHERE o.master%s NOT IN (SELECT i.container \
      FROM "mview$view" AS i WHERE i.inner_of IS NOT NULL)) AS l""";

  /** The view of those whose masters are not as they were. */
  static final String CHANGED_VIEW = "\"mview$changed\"";

  /** A master that the user knows of. */
  private static final String OF_USER =
      """
      m.name%s NOT IN (SELECT i.name FROM "mview$view" AS i WHERE i.inner_of IS NOT NULL)""";

  /** Of an inner view it is said of the view that it is kept for. */
  static final String OUTERMOST =
      """
      SELECT DISTINCT COALESCE(v.inner_of, v.id) AS view_id FROM "mview$view" AS v \
      WHERE v.id IN (%s)""";

  /** Who is cut off while a part is filled leaves the whole as it was before. */
  static final String UNFILLED_PART = " OR (v.inner_of IS NOT NULL AND NOT v.populated)";

  /** The views whose masters are not as they were when the view was compiled. */
  private static final String CHANGED =
      """
      %1$s UNION SELECT m.view_id FROM "mview$master" AS m \
      WHERE m.kind = 'MATERIALIZED_VIEW' AND m.name%2$s NOT IN (\
      SELECT p.name FROM "mview$view" AS p) \
      UNION SELECT r.view_id FROM "mview$reader" AS r JOIN "mview$log" AS l ON l.id = r.log_id \
      WHERE NOT %3$s""";

  /** The view whose container a log is of, and the job that purges it: of each one or none. */
  private static final String VIEW_AND_JOB =
      """
       LEFT JOIN "mview$view" AS v ON v.container = l.master%s \
      LEFT JOIN "mview$job" AS j ON j.kind = 'PURGE' AND j.target = l.id""";

  private static final String COMPILE_STATE =
      """
      CASE WHEN v.compile_error IS NOT NULL THEN 'ERROR' \
      WHEN v.id IN (SELECT view_id FROM "mview$changed") THEN 'NEEDS_COMPILE' ELSE 'VALID' END""";

  private static final String STALENESS =
      """
      CASE WHEN NOT v.populated THEN 'UNUSABLE' \
      WHEN v.compile_error IS NOT NULL OR v.id IN (SELECT view_id FROM "mview$changed") \
      THEN 'NEEDS_COMPILE' \
      WHEN v.id IN (SELECT view_id FROM "mview$pending") THEN 'STALE' \
      WHEN v.knowledge <> 'KNOWN' OR EXISTS (SELECT 1 FROM "mview$master" AS m \
      WHERE m.view_id = v.id AND m.kind = 'UNWATCHED') \
      OR v.id IN (SELECT p.view_id FROM "mview$master" AS p WHERE p.kind = 'PARTITIONED' \
      AND p.view_id NOT IN (SELECT r.view_id FROM "mview$reader" AS r)) THEN 'UNKNOWN' ELSE 'FRESH' END""";

  /**
   * A family of views: USER_x, ALL_x, DBA_x.
   *
   * @param owner the column that names the owner, which USER_x does not have
   * @param columns all others
   * @param from what stands behind FROM
   */
  record Family(String name, String owner, String columns, String from) {
    String create(String viewName, boolean withOwner) {
      return "CREATE VIEW %s AS SELECT %s%s FROM %s"
          .formatted(viewName, withOwner && !owner.isEmpty() ? owner + ", " : "", columns, from);
    }
  }

  private final SystemCatalog system;

  DictionaryViews(SystemCatalog system) {
    this.system = system;
  }

  private String logsOfUsers() {
    return LOGS.formatted(system.storage().ignoringCase());
  }

  List<Family> families() {
    return List.of(
        new Family(VIEWS_FAMILY, "v.schema_name AS OWNER", mviews(), USERS),
        new Family(
            LOGS_FAMILY,
            "",
            "l.schema_name AS LOG_OWNER, " + logs(),
            logsOfUsers() + VIEW_AND_JOB.formatted(system.storage().ignoringCase())),
        new Family(
            "MVIEW_REFRESH_TIMES",
            "v.schema_name AS OWNER",
            """
              v.name AS NAME, m.schema_name AS MASTER_OWNER, m.name AS MASTER, \
              v.last_date AS LAST_REFRESH""",
            USERS
                + " JOIN \"mview$master\" AS m ON m.view_id = v.id AND "
                + OF_USER.formatted(system.storage().ignoringCase())),
        new Family(
            "MVIEW_DETAIL_RELATIONS",
            "v.schema_name AS OWNER",
            """
              v.name AS MVIEW_NAME, m.schema_name AS DETAILOBJ_OWNER, m.name AS DETAILOBJ_NAME, \
              CASE m.kind WHEN 'MATERIALIZED_VIEW' THEN 'SNAPSHOT' WHEN 'VIEW' THEN 'VIEW' \
              ELSE 'TABLE' END AS DETAILOBJ_TYPE, \
              m.name AS DETAILOBJ_ALIAS, 'N' AS DETAILOBJ_PCT, \
              0 AS NUM_FRESH_PCT_PARTITIONS, 0 AS NUM_STALE_PCT_PARTITIONS""",
            USERS
                + " JOIN \"mview$master\" AS m ON m.view_id = v.id AND "
                + OF_USER.formatted(system.storage().ignoringCase())),
        new Family(
            "MVIEW_ANALYSIS",
            "v.schema_name AS OWNER",
            """
              v.name AS MVIEW_NAME, v.schema_name AS MVIEW_TABLE_OWNER, \
              v.container AS CONTAINER_NAME, NULL AS LAST_REFRESH_SCN, \
              v.last_date AS LAST_REFRESH_DATE, v.method AS REFRESH_METHOD, \
              CASE v.last_type WHEN 'COMPLETE' THEN v.seconds END AS FULLREFRESHTIM, \
              CASE WHEN v.last_type IN ('FAST', 'FAST_PCT') THEN v.seconds END AS INCREFRESHTIM, \
              CASE WHEN EXISTS (SELECT 1 FROM "mview$master" AS m WHERE m.view_id = v.id \
              AND m.kind = 'VIEW') THEN 'Y' ELSE 'N' END AS CONTAINS_VIEWS, \
              CASE WHEN v.populated THEN 'N' ELSE 'Y' END AS UNUSABLE, \
              CASE v.fast WHEN 'NO' THEN 'N' ELSE 'Y' END AS INC_REFRESHABLE, \
              CASE WHEN v.id IN (SELECT view_id FROM "mview$pending") THEN 'Y' ELSE 'N' END \
              AS KNOWN_STALE, \
              CASE WHEN v.compile_error IS NULL THEN 'N' ELSE 'Y' END AS INVALID, \
              CASE WHEN v.rewrite THEN 'Y' ELSE 'N' END AS REWRITE_ENABLED, \
              %s AS QUERY_LEN, v.query AS QUERY"""
                .formatted(system.octets().formatted("v.query")),
            USERS),
        new Family(
            "MVIEW_COMMENTS",
            "v.schema_name AS OWNER",
            "v.name AS MVIEW_NAME, v.comments AS COMMENTS",
            USERS),
        new Family(
            "BASE_TABLE_MVIEWS",
            "l.schema_name AS OWNER",
            """
              l.master AS MASTER, v.last_date AS MVIEW_LAST_REFRESH_TIME, v.id AS MVIEW_ID""",
            logsOfUsers()
                + """
                   JOIN (SELECT DISTINCT r.log_id, COALESCE(i.inner_of, i.id) AS view_id \
                  FROM "mview$reader" AS r JOIN "mview$view" AS i ON i.id = r.view_id) AS r \
                  ON r.log_id = l.id JOIN "mview$view" AS v ON v.id = r.view_id"""),
        new Family(
            "REGISTERED_MVIEWS",
            "v.schema_name AS OWNER",
            """
              v.name AS NAME, v.schema_name AS MVIEW_SITE, \
              CASE v.fast WHEN 'NO' THEN 'NO' ELSE 'YES' END AS CAN_USE_LOG, \
              CASE WHEN v.updatable THEN 'YES' ELSE 'NO' END AS UPDATABLE, \
              REPLACE(v.identity, '_', ' ') AS REFRESH_METHOD, v.id AS MVIEW_ID, \
              'ORACLE 8 MATERIALIZED VIEW' AS VERSION, v.query AS QUERY_TXT""",
            USERS + " WHERE v.last_date IS NOT NULL"));
  }

  /** The refreshes that are running now, each with the session that runs it. */
  String refreshing(String serial) {
    String of = "0 AS %s, v.schema_name AS CURRMVOWNER, v.name AS CURRMVNAME, 0 AS CON_ID";
    return system
        .sessions()
        .map(
            sessions ->
                """
                SELECT s.id AS SID, %s FROM %s JOIN (%s) AS s ON POSITION(%s IN s.statement) > 0"""
                    .formatted(of.formatted(serial), USERS, sessions, Announcement.ofView()))
        .orElse("SELECT 0 AS SID, %s FROM %s WHERE 1 = 0".formatted(of.formatted(serial), USERS));
  }

  /**
   * The query of the view of those whose masters are not as they were.
   *
   * @param intact whether a log misses nothing
   */
  String changed(String intact) {
    return OUTERMOST.formatted(
        CHANGED.formatted(system.redefined(), system.storage().ignoringCase(), intact));
  }

  private String mviews() {
    return """
        v.name AS MVIEW_NAME, v.container AS CONTAINER_NAME, v.query AS QUERY, \
        %s AS QUERY_LEN, \
        CASE WHEN v.updatable THEN 'Y' ELSE 'N' END AS UPDATABLE, NULL AS UPDATE_LOG, \
        NULL AS MASTER_ROLLBACK_SEG, NULL AS MASTER_LINK, \
        CASE WHEN v.rewrite THEN 'Y' ELSE 'N' END AS REWRITE_ENABLED, \
        'NONE' AS REWRITE_CAPABILITY, \
        CASE v.method WHEN 'NEVER' THEN 'NEVER' ELSE v.mode END AS REFRESH_MODE, \
        v.method AS REFRESH_METHOD, v.build AS BUILD_MODE, v.fast AS FAST_REFRESHABLE, \
        v.last_type AS LAST_REFRESH_TYPE, v.last_date AS LAST_REFRESH_DATE, \
        v.last_end AS LAST_REFRESH_END_TIME, %s AS STALENESS, \
        CASE v.fast WHEN 'NO' THEN 'NA' ELSE 'FRESH' END AS AFTER_FAST_REFRESH, \
        CASE v.knowledge WHEN 'PREBUILT' THEN 'Y' ELSE 'N' END AS UNKNOWN_PREBUILT, \
        'N' AS UNKNOWN_PLSQL_FUNC, 'N' AS UNKNOWN_EXTERNAL_TABLE, \
        CASE v.knowledge WHEN 'CONSIDERED_FRESH' THEN 'Y' ELSE 'N' END \
        AS UNKNOWN_CONSIDER_FRESH, \
        'N' AS UNKNOWN_IMPORT, \
        CASE WHEN v.id IN (SELECT view_id FROM "mview$trust") THEN 'Y' ELSE 'N' END \
        AS UNKNOWN_TRUSTED_FD, %s AS COMPILE_STATE, \
        CASE WHEN v.without_index THEN 'Y' ELSE 'N' END AS USE_NO_INDEX, \
        NULL AS STALE_SINCE, 0 AS NUM_PCT_TABLES, NULL AS NUM_FRESH_PCT_REGIONS, \
        NULL AS NUM_STALE_PCT_REGIONS, 'YES' AS SEGMENT_CREATED, NULL AS EVALUATION_EDITION, \
        NULL AS UNUSABLE_BEFORE, NULL AS UNUSABLE_BEGINNING, NULL AS DEFAULT_COLLATION, \
        CASE WHEN v.id IN (SELECT view_id FROM "mview$on_query") THEN 'Y' ELSE 'N' END \
        AS ON_QUERY_COMPUTATION"""
        .formatted(system.octets().formatted("v.query"), STALENESS, COMPILE_STATE);
  }

  private String logs() {
    return """
        COALESCE(v.name, l.master) AS MASTER, l.name AS LOG_TABLE, NULL AS LOG_TRIGGER, \
        %s AS ROWIDS, %s AS PRIMARY_KEY, 'NO' AS OBJECT_ID, \
        CASE WHEN EXISTS (SELECT 1 FROM "mview$log_column" AS c WHERE c.log_id = l.id \
        AND c.listed) THEN 'YES' ELSE 'NO' END AS FILTER_COLUMNS, \
        %s AS SEQUENCE, %s AS INCLUDE_NEW_VALUES, 'NO' AS PURGE_ASYNCHRONOUS, \
        CASE WHEN j.id IS NOT NULL THEN 'YES' ELSE 'NO' END AS PURGE_DEFERRED, \
        j.first_date AS PURGE_START, j.interval_text AS PURGE_INTERVAL, \
        l.last_purge AS LAST_PURGE_DATE, CASE WHEN l.last_purge IS NOT NULL THEN 0 END \
        AS LAST_PURGE_STATUS, l.purged AS NUM_ROWS_PURGED, \
        %s AS COMMIT_SCN_BASED, 'NO' AS STAGING_LOG"""
        .formatted(
            has("ROWID"),
            has("PRIMARY_KEY"),
            has("SEQUENCE"),
            has("NEW_VALUES"),
            has("COMMIT_SCN"));
  }

  private static String has(String option) {
    return "CASE WHEN REPLACE(l.options, '%s', '') <> l.options THEN 'YES' ELSE 'NO' END"
        .formatted(option);
  }
}
