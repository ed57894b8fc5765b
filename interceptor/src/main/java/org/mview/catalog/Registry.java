package org.mview.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.SystemCatalog;
import org.mview.error.MViewError;

/**
 * The tables in which a database keeps what it knows of its views and logs. Whatever writes here is
 * part of the caller's transaction.
 */
public final class Registry {
  /** Asks for the number of the registry. */
  public static final String NUMBER = asking("number");

  private final Database database;
  private final SystemCatalog system;

  /** The registry of a database, which may not be there yet. */
  public Registry(Database database) {
    this.database = database;
    this.system = database.dialect().catalog();
  }

  /** Whether the database has a registry. */
  public boolean exists() throws SQLException {
    return isThere("mview$registry")
        && (!isMadeStepwise() || database.readOne(NUMBER, row -> row.getLong(1)).isPresent());
  }

  private boolean isThere(String table) throws SQLException {
    return database.readOne(system.tableExists().formatted(table), row -> true).isPresent();
  }

  /** Whether each statement that makes it is committed at once: its only row is made last. */
  private boolean isMadeStepwise() {
    return !database.dialect().can(Capability.TRANSACTIONAL_DDL);
  }

  /** The version of what is known of the views. */
  public Version version() throws SQLException {
    return version(exists());
  }

  private Version version(boolean exists) throws SQLException {
    if (exists && parts().exist()) {
      return versionWithParts();
    }
    return new Version(database.schemaVersion(), number(exists));
  }

  /** The number of what we have written alone, which costs little wherever it is asked for. */
  public long number() throws SQLException {
    return number(exists());
  }

  private long number(boolean exists) throws SQLException {
    return exists ? database.readOne(NUMBER, row -> row.getLong(1)).orElse(0L) : 0;
  }

  private static String asking(String what) {
    return "SELECT %s FROM \"mview$registry\"".formatted(what);
  }

  /** The parts of masters are asked for where a log knows some. */
  private Version versionWithParts() throws SQLException {
    String both = asking("number, " + PartRows.areKnown());
    Map.Entry<Long, Boolean> found =
        database
            .readOne(both, row -> Map.entry(row.getLong(1), row.getBoolean(2)))
            .orElse(Map.entry(0L, false));
    long parts = found.getValue() ? parts().number() : 0;
    return new Version(database.schemaVersion() + parts, found.getKey());
  }

  /** Enters that views, logs or who reads them are other than before. */
  public void changed() throws SQLException {
    database.run("UPDATE \"mview$registry\" SET number = number + 1");
  }

  /** Makes the registry where there is none. */
  public void createIfMissing() throws SQLException {
    if (exists()) {
      learnQueries();
      return;
    }
    create(RegistryTables.create(system));
    if (!isMadeStepwise()) {
      insertNumber();
    }
    for (String helper : system.helpers()) {
      database.define(helper);
    }
    new Dictionary(database).create();
    if (isMadeStepwise()) {
      insertNumber();
    }
  }

  private void insertNumber() throws SQLException {
    database.run(
        "INSERT INTO \"mview$registry\" (schema_version, number, last_id) VALUES (?, 1, 0)",
        RegistryTables.SCHEMA_VERSION);
  }

  /** Reads everything; an empty catalog where there is no registry. */
  public Catalog read() throws SQLException {
    boolean exists = exists();
    Version version = version(exists);
    if (!exists) {
      return Catalog.empty(version);
    }
    checkSchemaVersion();
    List<View> views = new ViewRows(database).read(queries().onQuery());
    List<LogEntry> logs = logs().all();
    return Catalog.of(
        version,
        views,
        logs,
        readers(),
        database.reaching(ofViewsInTransactions()),
        statistics().settings());
  }

  /** The tables whose changes views ON COMMIT and ON STATEMENT must learn of. */
  private Set<String> ofViewsInTransactions() throws SQLException {
    return new HashSet<>(
        database.read(
            """
            SELECT l.master FROM "mview$log" AS l JOIN "mview$reader" AS r ON r.log_id = l.id \
            JOIN "mview$view" AS v ON v.id = r.view_id \
            WHERE v.mode <> 'DEMAND' AND v.method <> 'NEVER' \
            UNION SELECT t.master FROM "mview$touch" AS t \
            JOIN "mview$view" AS v ON v.id = t.view_id \
            WHERE v.mode <> 'DEMAND' AND v.method <> 'NEVER'""",
            row -> row.getString(1)));
  }

  int schemaVersion() throws SQLException {
    return database
        .readOne("SELECT schema_version FROM \"mview$registry\"", row -> row.getInt(1))
        .orElse(0);
  }

  /** Whether it is there, and as young as a version. */
  boolean knows(int version) throws SQLException {
    return exists() && schemaVersion() >= version;
  }

  /** Makes what an older registry has not. */
  void learn() throws SQLException {
    int version = schemaVersion();
    if (version < RegistryTables.SCHEMA_VERSION) {
      create(RegistryTables.createSince(version, system));
      if (version < RegistryTables.WITH_MARKS) {
        // Triggers that merge and know no marks are not to be relied on: they are as good as lost.
        database.run("UPDATE \"mview$log\" SET triggers = -1 WHERE merging");
      }
      database.run(
          "UPDATE \"mview$registry\" SET schema_version = ?", RegistryTables.SCHEMA_VERSION);
      if (version < RegistryTables.WITH_JOBS) {
        new Dictionary(database).learnJobs();
      }
    }
  }

  /** Whether it is as young as the first that told of the queries of views. */
  boolean knowsQueries() throws SQLException {
    return isThere(RegistryTables.LAST_OF_QUERIES);
  }

  /** Makes what an older registry has not. */
  void learnQueries() throws SQLException {
    boolean knowsQueries = knowsQueries();
    if (!knowsQueries) {
      create(RegistryTables.createForQueries(system));
    }
    if (!knowsOnQuery()) {
      create(RegistryTables.createForOnQuery(system));
      new Dictionary(database).learnOnQuery();
    } else if (!knowsQueries) {
      new Dictionary(database).createFamilies();
    }
  }

  /** Whether it can tell which views are computed when a query asks for it. */
  boolean knowsOnQuery() throws SQLException {
    return isThere(RegistryTables.ON_QUERY);
  }

  /** Whether these were ever wanted. */
  boolean knows(Supplement supplement) throws SQLException {
    return isThere(supplement.last());
  }

  /** Makes what is missing of these. */
  void learn(Supplement supplement) throws SQLException {
    createIfMissing();
    if (!knows(supplement)) {
      create(supplement.create(system));
    }
    new Dictionary(database).create(supplement);
  }

  private void create(List<String> tables) throws SQLException {
    for (String table : tables) {
      database.define(
          isMadeStepwise() ? table.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS") : table);
    }
  }

  private void checkSchemaVersion() throws SQLException {
    int version = schemaVersion();
    if (version > RegistryTables.SCHEMA_VERSION) {
      throw MViewError.REGISTRY_IS_NEWER.of(version, RegistryTables.SCHEMA_VERSION);
    }
  }

  /**
   * Those that are gone, too: as long as they are entered, logs keep for them what others have
   * read.
   */
  private Map<Long, Set<Long>> readers() throws SQLException {
    Map<Long, Set<Long>> readers = new HashMap<>();
    database.read(
        "SELECT log_id, view_id FROM \"mview$reader\"",
        row -> readers.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getLong(2)));
    return readers;
  }

  /** A number that no view and no log has, nor ever had: others may still know those that went. */
  public long newId() throws SQLException {
    database.run("UPDATE \"mview$registry\" SET last_id = last_id + 1");
    return database
        .readOne("SELECT last_id FROM \"mview$registry\"", row -> row.getLong(1))
        .orElseThrow();
  }

  /** Enters a view. */
  public void add(View view, boolean fast) throws SQLException {
    new ViewRows(database).insert(view, fast);
    changed();
  }

  /** Takes a view out, and what belongs to it. */
  public void remove(View view) throws SQLException {
    new ViewRows(database).delete(view);
    queries().remove(view);
    database.run("DELETE FROM \"mview$reader\" WHERE view_id = ?", view.id());
    database.run("DELETE FROM \"mview$touch\" WHERE view_id = ?", view.id());
    changed();
  }

  /** The ids of the user's views with a master, or a part's, that has changed since a refresh. */
  public Set<Long> pending() throws SQLException {
    return exists()
        ? Set.copyOf(
            database.read("SELECT DISTINCT view_id FROM \"mview$pending\"", row -> row.getLong(1)))
        : Set.of();
  }

  /** The logs. */
  public LogRows logs() {
    return new LogRows(database, this);
  }

  /** The parts of masters. */
  public PartRows parts() {
    return new PartRows(database);
  }

  /** The notes of masters without a log. */
  public NoteRows notes() {
    return new NoteRows(database, this);
  }

  /** The marks. */
  public Marks marks() {
    return new Marks(database, this);
  }

  /** An empty text is none. */
  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Enters a comment on a view; none when the text is empty. */
  public void comment(View view, String comment) throws SQLException {
    database.run("UPDATE \"mview$view\" SET comments = ? WHERE id = ?", orNull(comment), view.id());
  }

  /** Enters what ALTER has changed of a view. */
  public void update(View view) throws SQLException {
    new ViewRows(database).update(view);
    changed();
  }

  /** Enters that a view cannot be compiled, or that it can again when the text is empty. */
  public void compiled(View view, String error) throws SQLException {
    database.run(
        "UPDATE \"mview$view\" SET compile_error = ? WHERE id = ?", orNull(error), view.id());
  }

  /** Enters what is known now of a view's rows. */
  public void known(View view) throws SQLException {
    State state = view.state();
    database.run(
        "UPDATE \"mview$view\" SET populated = ?, knowledge = ? WHERE id = ?",
        state.populated(),
        state.knowledge().name(),
        view.id());
    changed();
  }

  /**
   * Enters a refresh that has just been made.
   *
   * @param type FAST or COMPLETE
   * @param seconds it took
   */
  public void refreshed(View view, String type, double seconds) throws SQLException {
    State state = view.state();
    database.run(
        """
        UPDATE "mview$registry" SET number = number + 1 WHERE EXISTS (SELECT 1 FROM "mview$view" \
        WHERE id = ? AND NOT (populated = ? AND knowledge = ?))""",
        view.id(),
        state.populated(),
        state.knowledge().name());
    database.run(
        """
        UPDATE "mview$view" SET last_type = ?, last_date = CURRENT_TIMESTAMP, \
        last_end = CURRENT_TIMESTAMP, seconds = ?, populated = ?, knowledge = ? WHERE id = ?""",
        type,
        seconds,
        state.populated(),
        state.knowledge().name(),
        view.id());
  }

  /** What the dictionary tells of queries. */
  public QueryRows queries() {
    return new QueryRows(database, this);
  }

  /** The indexes that were made for views. */
  public IndexRows indexes() {
    return new IndexRows(database, this);
  }

  /** The jobs that run by the clock. */
  public JobRows jobs() {
    return new JobRows(database, this);
  }

  /** The statistics of refreshes. */
  public StatisticsRows statistics() {
    return new StatisticsRows(database, this);
  }

  /** The scripts that make views fast refreshable. */
  public TuningRows tuning() {
    return new TuningRows(database, this);
  }

  /** The dimensions. */
  public DimensionRows dimensions() {
    return new DimensionRows(database, this);
  }

  /** The refresh groups. */
  public GroupRows groups() {
    return new GroupRows(database, this);
  }

  /** Makes the dictionary know which logs there are; to be called when they have changed. */
  public void refreshDictionary() throws SQLException {
    new Dictionary(database).createPending(logs().all());
  }

  /** The names of the views of the dictionary. */
  public List<String> dictionary() {
    return new Dictionary(database).names();
  }

  /**
   * Makes the views of the dictionary that are not there.
   *
   * @param tables and views that are there, in lower case; of a log whose table is not, nothing can
   *     be said
   */
  public void restoreDictionary(Set<String> tables) throws SQLException {
    List<LogEntry> there =
        logs().all().stream()
            .filter(log -> tables.contains(Catalog.key(log.log().table().name())))
            .toList();
    new Dictionary(database).createMissing(there, tables);
  }

  /**
   * Takes rows out that name something which is not there.
   *
   * @param table of the registry
   * @param column by which they name it
   */
  public void forget(String table, String column, long id) throws SQLException {
    database.run("DELETE FROM \"%s\" WHERE %s = ?".formatted(table, column), id);
    changed();
  }
}
