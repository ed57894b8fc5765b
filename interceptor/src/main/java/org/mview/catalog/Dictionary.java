package org.mview.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mview.capture.ChangeLog;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;

/**
 * Oracle's dictionary views, as plain views over the registry, so that any client can read them.
 *
 * <p>What changes at every moment, such as the staleness of a view, is computed when they are read.
 */
final class Dictionary {
  /** So many queries in one UNION ALL; SQLite takes 500. */
  private static final int LONGEST_UNION = 400;

  private static final List<String> PREFIXES = List.of("USER", "ALL", "DBA");

  /** A master that was touched, or of which nobody knows, as its triggers are gone. */
  private static final String TOUCHED =
      """
      SELECT view_id FROM "mview$touch" AS n WHERE touched <> 0 OR 3 > %s""";

  private final Database database;

  Dictionary(Database database) {
    this.database = database;
  }

  /** Makes all views that are not there; one of the same name that is there is the user's own. */
  void create() throws SQLException {
    createPending(List.of());
    DictionaryViews views = new DictionaryViews(database.dialect().catalog());
    database.define(views.changed(!database.dialect().can(Capability.TRANSACTIONAL_DDL)));
    createFamilies();
  }

  /** The names of all views. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of("mview$pending", "mview$changed"));
    for (DictionaryViews.Family family : families()) {
      PREFIXES.forEach(prefix -> names.add(inCase(prefix, family)));
    }
    return names;
  }

  private List<DictionaryViews.Family> families() {
    return new DictionaryViews(database.dialect().catalog()).families();
  }

  private static boolean isOfOthersToo(String prefix) {
    return !prefix.equals("USER");
  }

  private String inCase(String prefix, DictionaryViews.Family family) {
    UnaryOperator<String> inCase = database.dialect().catalog().storage().dictionaryCase();
    return inCase.apply(prefix + "_" + family.name());
  }

  /**
   * Makes those views that are not there, and the one that tells what is pending anew.
   *
   * @param there the names of those that are, in lower case
   */
  void createMissing(List<LogEntry> logs, Set<String> there) throws SQLException {
    createPending(logs);
    if (!there.contains("mview$changed")) {
      database.define(new DictionaryViews(database.dialect().catalog()).changed(false));
    }
    for (DictionaryViews.Family family : families()) {
      for (String prefix : PREFIXES) {
        String name = inCase(prefix, family);
        if (!there.contains(name.toLowerCase(Locale.ROOT))) {
          database.define(family.create(name, isOfOthersToo(prefix)));
        }
      }
    }
  }

  private void createFamilies() throws SQLException {
    for (DictionaryViews.Family family : families()) {
      for (String prefix : PREFIXES) {
        create(family, prefix, isOfOthersToo(prefix));
      }
    }
  }

  private void create(DictionaryViews.Family family, String prefix, boolean withOwner)
      throws SQLException {
    String name = inCase(prefix, family);
    if (database.table(database.home(database.dialect().fold().apply(name))).isEmpty()) {
      database.define(family.create(name, withOwner));
    }
  }

  /** Makes the view that tells which views have changes pending, for these logs. */
  void createPending(List<LogEntry> logs) throws SQLException {
    List<String> queries = new ArrayList<>();
    queries.add(TOUCHED.formatted(database.dialect().catalog().touchTriggers()));
    logs.forEach(log -> queries.add(pending(log.log())));
    List<String> unions = new ArrayList<>();
    for (int i = 0; i < queries.size(); i += LONGEST_UNION) {
      int end = Math.min(i + LONGEST_UNION, queries.size());
      unions.add("SELECT * FROM (%s) AS q".formatted(union(queries.subList(i, end))));
    }
    boolean replaces = database.dialect().can(Capability.REPLACES_VIEWS);
    if (!replaces) {
      database.define("DROP VIEW IF EXISTS %s".formatted(DictionaryViews.PENDING));
    }
    database.define(
        "CREATE %s %s AS %s"
            .formatted(
                replaces ? "OR REPLACE VIEW" : "VIEW",
                DictionaryViews.PENDING,
                DictionaryViews.OUTERMOST.formatted(union(unions))));
  }

  private static String union(List<String> queries) {
    return String.join(" UNION ALL ", queries);
  }

  private String pending(ChangeLog log) {
    return """
        SELECT view_id FROM "mview$reader" AS r WHERE r.log_id = %s AND EXISTS (\
        SELECT 1 FROM %s AS "l" WHERE %s)"""
        .formatted(
            log.id(),
            database.dialect().quoted(log.table().name().text()),
            database.text(
                ChangeLog.unseen(
                    Identifier.of("l"), Fragment.text("r.position"), database.dialect())));
  }
}
