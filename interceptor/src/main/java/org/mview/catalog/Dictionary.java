package org.mview.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.capture.ChangeLog;
import org.mview.database.Database;

/**
 * Oracle's dictionary views, as plain views over the registry, so that any client can read them.
 *
 * <p>What changes at every moment, such as the staleness of a view, is computed when they are read.
 */
final class Dictionary {
  /** So many queries in one UNION ALL; SQLite takes 500. */
  private static final int LONGEST_UNION = 400;

  /** A master that was touched, or of which nobody knows, as its triggers are gone. */
  private static final String TOUCHED =
      """
      SELECT view_id FROM "mview$touch" AS n WHERE touched <> 0 OR 3 > (SELECT COUNT(*) \
      FROM sqlite_master AS s WHERE s.type = 'trigger' AND s.tbl_name = n.master COLLATE NOCASE \
      AND s.name LIKE 'mview$touch%')""";

  private final Database database;

  Dictionary(Database database) {
    this.database = database;
  }

  /** Makes all views that are not there; one of the same name that is there is the user's own. */
  void create() throws SQLException {
    createPending(List.of());
    for (String view : DictionaryViews.helpers()) {
      database.define(view);
    }
    for (DictionaryViews.Family family : DictionaryViews.FAMILIES) {
      database.define(family.create("USER", false));
      database.define(family.create("ALL", true));
      database.define(family.create("DBA", true));
    }
  }

  /** Makes the view that tells which views have changes pending, for these logs. */
  void createPending(List<LogEntry> logs) throws SQLException {
    List<String> queries = new ArrayList<>();
    queries.add(TOUCHED);
    logs.forEach(log -> queries.add(pending(log.log())));
    List<String> unions = new ArrayList<>();
    for (int i = 0; i < queries.size(); i += LONGEST_UNION) {
      int end = Math.min(i + LONGEST_UNION, queries.size());
      unions.add("SELECT * FROM (%s)".formatted(union(queries.subList(i, end))));
    }
    database.define("DROP VIEW IF EXISTS %s".formatted(DictionaryViews.PENDING));
    database.define(
        "CREATE VIEW %s AS %s"
            .formatted(
                DictionaryViews.PENDING, DictionaryViews.OUTERMOST.formatted(union(unions))));
  }

  private static String union(List<String> queries) {
    return String.join(" UNION ALL ", queries);
  }

  private String pending(ChangeLog log) {
    return """
        SELECT view_id FROM "mview$reader" AS r WHERE r.log_id = %s AND EXISTS (\
        SELECT 1 FROM %s AS l WHERE l."SEQUENCE$$" > r.position)"""
        .formatted(log.id(), database.dialect().quoted(log.table().name().text()));
  }
}
