package org.mview.catalog;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.mview.database.Database;
import org.mview.dialect.SystemCatalog;
import org.mview.sql.QualifiedName;

/** The notes by which views without logs learn that a master has changed. */
public final class NoteRows {
  private final Database database;
  private final Registry registry;
  private final SystemCatalog system;

  NoteRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
    this.system = database.dialect().catalog();
  }

  /** Notes from now on whether a master without a log has changed; what is noted by now stays. */
  public void watch(View view, QualifiedName master) throws SQLException {
    String name = master.name().text();
    List<Long> noted =
        database.read(
            "SELECT touched FROM \"mview$touch\" WHERE master = ? AND view_id = ?",
            row -> row.getLong(1),
            name,
            view.id());
    boolean each =
        system.note().isPresent(); // a row for each who notes it, beside one for the view
    if (each ? !noted.contains(0L) : noted.isEmpty()) {
      database.run(
          "INSERT INTO \"mview$touch\" (master, view_id, touched) VALUES (?, ?, 0)",
          name,
          view.id());
    }
    registry.changed();
  }

  /** A view watches no master any more. */
  public void unwatch(View view) throws SQLException {
    database.run("DELETE FROM \"mview$touch\" WHERE view_id = ?", view.id());
    registry.changed();
  }

  /**
   * A view is about to be filled: what was noted of its masters until now will be in it. What
   * others note meanwhile stays.
   */
  public void untouched(View view) throws SQLException {
    database.run(
        system
            .takeNotes()
            .orElse("UPDATE \"mview$touch\" SET touched = 0 WHERE view_id = ? AND touched <> 0"),
        view.id());
  }

  /** The masters of a view are known to have changed since it was filled. */
  public void touched(long view) throws SQLException {
    database.run(
        system.note().orElse("UPDATE \"mview$touch\" SET touched = 1 WHERE view_id = ?"), view);
  }

  /** Whether a view watches all these masters, by triggers that are there. */
  public boolean watches(View view, Collection<QualifiedName> masters) throws SQLException {
    List<String> watched =
        database.read(
            """
            SELECT DISTINCT n.master FROM "mview$touch" AS n WHERE n.view_id = ? AND %s"""
                .formatted(system.watched()),
            row -> row.getString(1),
            view.id());
    return watched.containsAll(masters.stream().map(master -> master.name().text()).toList());
  }

  /** The ids of the views that watch a master which has lost its triggers. */
  public List<Long> watchingInVain(QualifiedName master) throws SQLException {
    return database.read(
        "SELECT DISTINCT n.view_id FROM \"mview$touch\" AS n WHERE n.master = ? AND n.view_id <> 0 AND NOT "
            + system.watched(),
        row -> row.getLong(1),
        master.name().text());
  }

  /** The names of the masters that are to be watched, and have lost their triggers. */
  public List<String> withoutTriggers() throws SQLException {
    return database.read(
        "SELECT DISTINCT n.master FROM \"mview$touch\" AS n WHERE NOT " + system.watched(),
        row -> row.getString(1));
  }

  /** Whether a master without a log is watched for any view. */
  public boolean isWatched(QualifiedName master) throws SQLException {
    return database
        .readOne(
            "SELECT 1 FROM \"mview$touch\" WHERE master = ? LIMIT 1",
            row -> true,
            master.name().text())
        .isPresent();
  }

  /** The table of the notes. */
  public QualifiedName table() throws SQLException {
    return database.home(RegistryTables.TOUCH);
  }

  /** The ids of the views that watch a master without a log. */
  public List<Long> watching(QualifiedName master) throws SQLException {
    return database.read(
        "SELECT DISTINCT view_id FROM \"mview$touch\" WHERE master = ? AND view_id <> 0",
        row -> row.getLong(1),
        master.name().text());
  }
}
