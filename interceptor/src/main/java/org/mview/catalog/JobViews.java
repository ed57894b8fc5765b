package org.mview.catalog;

import java.util.List;
import org.mview.catalog.DictionaryViews.Family;
import org.mview.dialect.Dialect;

/** The texts of the dictionary views that show jobs and refresh groups. */
final class JobViews {
  private static final String GROUPS =
      """
      "mview$group" AS g LEFT JOIN "mview$job" AS j ON j.kind = 'REFRESH' AND j.target = g.id""";

  private final Dialect dialect;

  JobViews(Dialect dialect) {
    this.dialect = dialect;
  }

  List<Family> families() {
    return List.of(
        new Family("REFRESH", "", group(), GROUPS),
        new Family(
            "REFRESH_CHILDREN",
            "",
            "v.schema_name AS OWNER, v.name AS NAME, 'SNAPSHOT' AS TYPE, " + group(),
            GROUPS
                + """
                   JOIN "mview$member" AS m ON m.group_id = g.id \
                  JOIN "mview$view" AS v ON v.id = m.view_id"""),
        new Family("JOBS", "", job(), "\"mview$job\" AS j"));
  }

  private String group() {
    return """
        g.schema_name AS ROWNER, g.name AS RNAME, g.id AS REFGROUP, \
        %s AS IMPLICIT_DESTROY, %s AS PUSH_DEFERRED_RPC, %s AS REFRESH_AFTER_ERRORS, \
        NULL AS ROLLBACK_SEG, j.id AS JOB, j.next_date AS NEXT_DATE, j.interval_text AS %s, \
        %s AS BROKEN, g.purge_option AS PURGE_OPTION, g.parallelism AS PARALLELISM, \
        g.heap_size AS HEAP_SIZE, NULL AS JOB_NAME"""
        .formatted(
            letter("g.implicit_destroy"),
            letter("g.push_deferred"),
            letter("g.after_errors"),
            interval(),
            letter("j.broken"));
  }

  private String job() {
    return """
        j.id AS JOB, NULL AS LOG_USER, NULL AS PRIV_USER, NULL AS SCHEMA_USER, \
        j.last_date AS LAST_DATE, SUBSTR(j.last_date, 12) AS LAST_SEC, \
        j.this_date AS THIS_DATE, SUBSTR(j.this_date, 12) AS THIS_SEC, \
        j.next_date AS NEXT_DATE, SUBSTR(j.next_date, 12) AS NEXT_SEC, \
        j.total_time AS TOTAL_TIME, %s AS BROKEN, j.interval_text AS %s, \
        j.failures AS FAILURES, j.what AS WHAT, j.zone AS NLS_ENV, NULL AS MISC_ENV, \
        0 AS INSTANCE, j.last_error AS LAST_ERROR"""
        .formatted(letter("j.broken"), interval());
  }

  private static String letter(String truth) {
    return "CASE WHEN %1$s THEN 'Y' WHEN NOT %1$s THEN 'N' END".formatted(truth);
  }

  /** A word of the language in some databases. */
  private String interval() {
    return "\"%s\"".formatted(dialect.fold().apply("INTERVAL"));
  }
}
