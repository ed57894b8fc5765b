package org.mview.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mview.capture.ChangeLog;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.Mark;
import org.mview.dialect.TableInfo;
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

  /** A master that was touched, or of which nobody knows, as its triggers are gone. */
  private static final String TOUCHED =
      """
      SELECT view_id FROM "mview$touch" AS n WHERE touched <> 0 OR NOT %s""";

  /** A sum of the view is not exact. */
  private static final String DOUBTFUL =
      "SELECT v.id FROM \"%s\" AS m JOIN \"mview$view\" AS v ON v.id = m.id".formatted(Mark.TABLE);

  private static final Pattern WORD = Pattern.compile("\\b(THEN|ELSE) ('[^']*')");

  private static final List<String> PREFIXES = List.of("USER_", "ALL_", "DBA_");

  private static final String OLD_VIEWS_FAMILY = "SNAPSHOTS";
  private static final String OLD_LOGS_FAMILY = "SNAPSHOT_LOGS";

  /** What the text of a view that is made anew reads, if it is of ours. */
  private static final List<String> OF_OURS =
      List.of("mview$log", "mview_logs", "mview$view", "mviews");

  /** What views were called before they were called so. */
  private static final Map<String, String> OLD_NAMES =
      new TreeMap<>(
          Map.of(
              OLD_VIEWS_FAMILY,
              DictionaryViews.VIEWS_FAMILY,
              OLD_LOGS_FAMILY,
              "MVIEW_LOGS",
              "REGISTERED_SNAPSHOTS",
              "REGISTERED_MVIEWS"));

  private final Database database;

  Dictionary(Database database) {
    this.database = database;
  }

  /** Makes all views that are not there; one of the same name that is there is the user's own. */
  void create() throws SQLException {
    createPending(List.of());
    DictionaryViews views = new DictionaryViews(database.dialect().catalog());
    String changed = views.changed(database.dialect().catalog().intact());
    database.define(
        database.dialect().can(Capability.TRANSACTIONAL_DDL)
            ? List.of("CREATE VIEW %s AS %s".formatted(DictionaryViews.CHANGED_VIEW, changed))
            : replacing(DictionaryViews.CHANGED_VIEW, changed));
    createFamilies();
  }

  /** Makes those that users read. */
  void createFamilies() throws SQLException {
    createMissing(ofUsers());
  }

  /** The names of all views. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of("mview$pending", "mview$changed"));
    names.addAll(ofUsers().keySet());
    return names;
  }

  /**
   * Makes those views that are not there, and the one that tells what is pending anew.
   *
   * @param there the names of those that are, in lower case
   */
  void createMissing(List<LogEntry> logs, Set<String> there) throws SQLException {
    createPending(logs);
    if (!there.contains("mview$changed")) {
      String intact = new PartRows(database).intact();
      String changed = new DictionaryViews(database.dialect().catalog()).changed(intact);
      database.define("CREATE VIEW %s AS %s".formatted(DictionaryViews.CHANGED_VIEW, changed));
    }
    for (Map.Entry<String, String> view : ofUsers().entrySet()) {
      if (!there.contains(view.getKey().toLowerCase(Locale.ROOT))) {
        database.define(unpadded(view.getValue()));
      }
    }
  }

  /** Makes the one anew that tells whose masters have changed, when their parts are looked at. */
  void learnParts(String intact) throws SQLException {
    String changed = new DictionaryViews(database.dialect().catalog()).changed(intact);
    database.define(replacing(DictionaryViews.CHANGED_VIEW, changed));
  }

  /** Words that are written out get a type in which they have each its own length. */
  private String unpadded(String definition) {
    return database.dialect().can(Capability.PADS_TEXTS)
        ? WORD.matcher(definition).replaceAll("$1 CAST($2 AS VARCHAR(30))")
        : definition;
  }

  /** Makes those that show what was not wanted until now. */
  void create(Supplement supplement) throws SQLException {
    createMissing(three(supplement.families().apply(database.dialect())));
  }

  private void createMissing(Map<String, String> views) throws SQLException {
    for (Map.Entry<String, String> view : views.entrySet()) {
      if (existing(view.getKey()).isEmpty()) {
        database.define(unpadded(view.getValue()));
      }
    }
  }

  /** Each family three times: how each view is made, by its name. */
  private Map<String, String> three(List<DictionaryViews.Family> families) {
    Map<String, String> views = new LinkedHashMap<>();
    for (DictionaryViews.Family family : families) {
      for (String prefix : PREFIXES) {
        String name = inCase(prefix + family.name());
        views.put(name, family.create(name, !prefix.equals("USER_")));
      }
    }
    return views;
  }

  /** The views that users read: how each is made, by its name, behind those that it reads. */
  private Map<String, String> ofUsers() {
    List<DictionaryViews.Family> families = new ArrayList<>();
    families.addAll(new DictionaryViews(database.dialect().catalog()).families());
    families.addAll(DictionaryOfQueries.families());
    families.addAll(new JobViews(database.dialect()).families());
    Map<String, String> views = three(families);
    String dependencies = inCase("ALL_" + DictionaryOfQueries.DEPENDENCIES.name());
    views.put(dependencies, DictionaryOfQueries.DEPENDENCIES.create(dependencies, true));
    String refreshing = inCase("V$MVREFRESH");
    views.put(
        refreshing,
        "CREATE VIEW %s AS %s"
            .formatted(
                // Not every database takes a $ without quotes.
                database.dialect().quoted(database.dialect().fold().apply(refreshing)),
                new DictionaryViews(database.dialect().catalog())
                    .refreshing(database.dialect().quoted(inCase("SERIAL#")))));
    for (Map.Entry<String, String> alias : OLD_NAMES.entrySet()) {
      for (String prefix : PREFIXES) {
        String name = inCase(prefix + alias.getKey());
        String now = inCase(prefix + alias.getValue());
        views.put(name, "CREATE VIEW %s AS SELECT * FROM %s".formatted(name, now));
      }
    }
    return views;
  }

  private String inCase(String name) {
    return database.dialect().catalog().storage().dictionaryCase().apply(name);
  }

  private Optional<TableInfo> existing(String name) throws SQLException {
    return database.table(database.home(database.dialect().fold().apply(name)));
  }

  /** Makes the views that show jobs, and those anew that show them from now on, too. */
  void learnJobs() throws SQLException {
    for (String prefix : PREFIXES) {
      dropOurs(inCase(prefix + OLD_LOGS_FAMILY));
      dropOurs(inCase(prefix + DictionaryViews.LOGS_FAMILY));
    }
    createFamilies();
  }

  /** Makes those anew that show what is computed on query from now on, too. */
  void learnOnQuery() throws SQLException {
    for (String prefix : PREFIXES) {
      dropOurs(inCase(prefix + OLD_VIEWS_FAMILY));
      dropOurs(inCase(prefix + DictionaryViews.VIEWS_FAMILY));
    }
    createFamilies();
  }

  private void dropOurs(String name) throws SQLException {
    boolean ours =
        existing(name)
            .map(view -> view.definition().toLowerCase(Locale.ROOT))
            .filter(text -> OF_OURS.stream().anyMatch(text::contains))
            .isPresent();
    if (ours) {
      database.define("DROP VIEW " + name);
    }
  }

  /** Makes the view that tells which views have changes pending, for these logs. */
  void createPending(List<LogEntry> logs) throws SQLException {
    List<String> queries = new ArrayList<>();
    queries.add(TOUCHED.formatted(database.dialect().catalog().watched()));
    logs.forEach(log -> queries.add(pending(log.log())));
    if (logs.stream().anyMatch(LogEntry::merging)) {
      queries.add(DOUBTFUL);
    }
    List<String> unions = new ArrayList<>();
    for (int i = 0; i < queries.size(); i += LONGEST_UNION) {
      int end = Math.min(i + LONGEST_UNION, queries.size());
      unions.add("SELECT * FROM (%s) AS q".formatted(union(queries.subList(i, end))));
    }
    database.define(
        replacing(
            DictionaryViews.PENDING,
            DictionaryViews.OUTERMOST.formatted(union(unions)) + DictionaryViews.UNFILLED_PART));
  }

  /** Makes a view, or gives the one that is there another query; others read it meanwhile. */
  private List<String> replacing(String view, String query) {
    String as = " %s AS %s".formatted(view, query);
    if (database.dialect().can(Capability.ALTERS_VIEWS)) {
      return List.of("CREATE VIEW IF NOT EXISTS" + as, "ALTER VIEW" + as);
    }
    return database.dialect().can(Capability.REPLACES_VIEWS)
        ? List.of("CREATE OR REPLACE VIEW" + as)
        : List.of("DROP VIEW IF EXISTS " + view, "CREATE VIEW" + as);
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
