package org.mview.capture.trigger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.algebra.Table;
import org.mview.capture.ChangeLog;
import org.mview.database.Database;
import org.mview.dialect.CaptureTriggers;
import org.mview.dialect.Mark;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Makes and removes change logs that triggers fill.
 *
 * <p>The log's table comes before its triggers and goes after them: a trigger without its log would
 * make every change of the master fail.
 */
public final class TriggerCapture {
  private final Database database;
  private final CaptureTriggers triggers;

  /** Captures the changes of tables of this database. */
  public TriggerCapture(Database database) {
    this.database = database;
    this.triggers = database.dialect().triggers();
  }

  /** Makes the table of a log, and begins to fill it. */
  public void create(TableInfo master, ChangeLog log) throws SQLException {
    CaptureTriggers.Log captured = captured(master, log, false);
    define(triggers.createLog(captured));
    define(triggers.createTriggers(captured));
    define(triggers.awaitWriters(master));
  }

  /**
   * Makes a log hold more columns of its master; rows that are in it have none of them.
   *
   * @param marks whether a mark is put before rows change
   */
  public ChangeLog widen(TableInfo master, ChangeLog log, List<Identifier> added, boolean marks)
      throws SQLException {
    List<Identifier> columns = new ArrayList<>(log.columns());
    columns.addAll(added);
    ChangeLog wider = new ChangeLog(log.id(), log.master(), log.table(), columns);
    CaptureTriggers.Log before = captured(master, log, marks);
    define(triggers.widen(before, captured(master, wider, marks), missing(log, added)));
    return wider;
  }

  /** A column that was in the log once may be there still. */
  private List<Identifier> missing(ChangeLog log, List<Identifier> added) throws SQLException {
    Set<Identifier> there =
        database.table(log.table()).stream()
            .flatMap(table -> table.table().columns().stream())
            .map(Table.TableColumn::name)
            .collect(Collectors.toSet());
    return added.stream().filter(column -> !there.contains(column)).toList();
  }

  /**
   * Makes the triggers of a log anew, as a changed master asks for.
   *
   * @param marks whether a mark is put before rows change
   */
  public void restore(TableInfo master, ChangeLog log, boolean marks) throws SQLException {
    define(triggers.renewTriggers(captured(master, log, marks)));
    define(triggers.awaitWriters(master));
  }

  /** Makes the triggers of a log merge into views what changes, instead of logging it. */
  public void merge(TableInfo master, ChangeLog log, CaptureTriggers.DirectViews views)
      throws SQLException {
    define(triggers.renewTriggers(merging(master, log, views)));
  }

  /**
   * The same where each definition is committed by itself, if the log is empty when nobody writes;
   * answers whether.
   */
  public boolean mergeIfEmpty(TableInfo master, ChangeLog log, CaptureTriggers.DirectViews views)
      throws SQLException {
    CaptureTriggers.Exchange exchange =
        triggers.exchange(merging(master, log, views)).orElseThrow();
    define(exchange.before());
    return database.defineUnderLock(
        exchange.lock(),
        "SELECT 1 FROM %s LIMIT 1".formatted(database.name(log.table())),
        exchange.statements(),
        exchange.unlock());
  }

  /** Whether triggers see what a log holds as a refresh does. */
  public boolean sees(TableInfo master, ChangeLog log) {
    return triggers.sees(captured(master, log, false));
  }

  /** The statements that triggers will run which merge. */
  public List<String> trial(TableInfo master, ChangeLog log, CaptureTriggers.DirectViews views) {
    return triggers.trial(merging(master, log, views));
  }

  private static CaptureTriggers.Log merging(
      TableInfo master, ChangeLog log, CaptureTriggers.DirectViews views) {
    return new CaptureTriggers.Log(
        master, log.table(), log.columns(), Optional.of(views), Optional.empty());
  }

  /**
   * Waits for the transactions that are changing a master, or views, and keeps others from it until
   * this one ends.
   */
  public void keepWritersOut(List<QualifiedName> tables) throws SQLException {
    define(triggers.keepWritersOut(tables));
  }

  /** Removes the triggers of a log, and leaves its table. */
  public void suspend(TableInfo master, ChangeLog log) throws SQLException {
    define(triggers.dropTriggers(captured(master, log, false)));
    define(triggers.awaitWriters(master));
  }

  /**
   * Logs all rows of a partition, which come to its master or go from it. Nobody else may change it
   * meanwhile.
   */
  public void movePartition(
      TableInfo master, ChangeLog log, QualifiedName partition, boolean appear)
      throws SQLException {
    database.run(triggers.logPartition(captured(master, log, false), partition, appear));
  }

  /** Removes a log, whose triggers are suspended, or gone with the master. */
  public void drop(ChangeLog log) throws SQLException {
    define(triggers.dropLog(log.master(), log.table()));
  }

  /** Notes from now on whether a table has changed. */
  public void touch(QualifiedName master, QualifiedName flags) throws SQLException {
    define(triggers.createTouch(master, flags));
    Optional<TableInfo> table = database.table(master);
    if (table.isPresent()) {
      define(triggers.awaitWriters(table.get()));
    }
  }

  /** Notes it no more. */
  public void untouch(QualifiedName master) throws SQLException {
    if (!triggers.goWithMaster() || database.table(master).isPresent()) {
      define(triggers.dropTouch(master));
    }
  }

  private void define(List<String> statements) throws SQLException {
    database.define(statements);
  }

  private static CaptureTriggers.Log captured(TableInfo master, ChangeLog log, boolean marks) {
    Optional<Mark> mark = marks ? Optional.of(new Mark(log.id())) : Optional.empty();
    return new CaptureTriggers.Log(master, log.table(), log.columns(), Optional.empty(), mark);
  }
}
