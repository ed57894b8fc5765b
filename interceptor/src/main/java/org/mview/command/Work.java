package org.mview.command;

import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import org.mview.catalog.Catalog;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.TableInfo;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Stages;
import org.mview.sql.QualifiedName;

/** What handlers work with inside one transaction. */
public final class Work {
  private final Database database;
  private final Registry registry;
  private final ViewCompiler compiler;
  private final Stages stages;
  private final Options options;
  private final Warnings warnings;
  private final Notes notes;
  private final LogReaders readers;
  private final LogTriggers triggers;
  private final Logs logs;
  private final Subscriptions subscriptions;
  private Catalog catalog;

  /**
   * Work in a transaction that has just begun.
   *
   * @param catalog what there is
   */
  public Work(
      Database database,
      Catalog catalog,
      ViewCompiler compiler,
      Stages stages,
      Options options,
      Warnings warnings) {
    this.database = database;
    this.registry = new Registry(database);
    this.catalog = catalog;
    this.compiler = compiler;
    this.stages = stages;
    this.options = options;
    this.warnings = warnings;
    this.notes = new Notes(this);
    this.readers = new LogReaders(this, notes);
    this.triggers = new LogTriggers(this, notes, readers);
    this.logs = new Logs(this, notes, readers, triggers);
    this.subscriptions = new Subscriptions(this, notes, readers, triggers, logs);
  }

  /** Whether a view that has just been filled will hear of the next change of its masters. */
  public boolean hears(CompiledView view) throws SQLException {
    return subscriptions.isSubscribed(view);
  }

  /** Work of which nothing is to be left, neither in the database nor in what is known of it. */
  Work rehearsal() {
    return new Work(
        database,
        catalog,
        new ViewCompiler(database, catalog, new HashMap<>()),
        new Stages(database),
        options,
        new Warnings());
  }

  /** The same work with what the registry holds now, whoever has changed it, and how. */
  Work afresh() throws SQLException {
    Catalog read = registry.read();
    ViewCompiler other = new ViewCompiler(database, read, new HashMap<>());
    return new Work(database, read, other, stages, options, warnings);
  }

  Database database() {
    return database;
  }

  Registry registry() {
    return registry;
  }

  /** What there is, as far as logs and their readers go; views are those of the beginning. */
  Catalog catalog() {
    return catalog;
  }

  /** Logs, or who reads them, are other than before. */
  void reload() throws SQLException {
    registry.changed();
    catalog = registry.read();
  }

  /** A table that is to be there. */
  TableInfo table(QualifiedName name) throws SQLException {
    return database.table(name).orElseThrow(() -> TABLE_MISSING.of(name));
  }

  ViewCompiler compiler() {
    return compiler;
  }

  Stages stages() {
    return stages;
  }

  Options options() {
    return options;
  }

  /** What SYSDATE is: what the clock of the database shows. */
  Instant now() throws SQLException {
    return options.clock().isPresent()
        ? options.clock().get().instant().truncatedTo(ChronoUnit.SECONDS)
        : database.now();
  }

  /** Whose days and hours a date expression means that is given now. */
  ZoneId zone() {
    return options.zone();
  }

  /** A name that nobody else has who runs jobs. */
  public String newOwner() throws SQLException {
    registry.createIfMissing();
    return "worker " + registry.newId();
  }

  /** What is to be said when it is done. */
  public Warnings warnings() {
    return warnings;
  }

  /** Whether triggers of ours are as views and logs ask for, but for their order. */
  public boolean hasArrangedLogs() throws SQLException {
    return new MergingLogs(this).isArranged() && !new LostNotes(this).areThere();
  }

  /** Gives tables that were created anew the triggers that note their changes. */
  public void restoreNotes() throws SQLException {
    new LostNotes(this).restore();
  }

  /** Makes the triggers of logs merge into views what they can, as views and logs are now. */
  public void arrangeLogs() throws SQLException {
    new MergingLogs(this).arrange();
  }

  /**
   * The same, when triggers of some logs fire behind those of the user.
   *
   * @param overtaken the ids of those logs
   */
  public void arrangeLogs(List<Long> overtaken) throws SQLException {
    for (Long id : overtaken) {
      triggers.fireFirst(catalog.log(id));
    }
    arrangeLogs();
  }

  /** Makes triggers log for a view whatever changes, instead of merging it. */
  public void logsAll(View view) throws SQLException {
    triggers.logAll(view);
  }

  /** The notes that masters have changed, as this work keeps them. */
  Notes notes() {
    return notes;
  }

  /** Who reads the logs. */
  LogReaders readers() {
    return readers;
  }

  /** The triggers that fill the logs. */
  LogTriggers triggers() {
    return triggers;
  }

  /** The logs of the masters, as this work keeps them. */
  Logs logs() {
    return logs;
  }

  /** What views learn of changes by. */
  Subscriptions subscriptions() {
    return subscriptions;
  }
}
