package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mview.capture.trigger.TriggerCapture;
import org.mview.catalog.MasterReference;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.sql.QualifiedName;

/**
 * A note for each table that a view reads of no log: that it has changed. Triggers of the tables
 * write them.
 */
final class Notes {
  private final Work work;
  private final Database database;
  private final Registry registry;
  private final TriggerCapture capture;

  Notes(Work work) {
    this.work = work;
    this.database = work.database();
    this.registry = work.registry();
    this.capture = new TriggerCapture(database);
  }

  /** The tables whose changes can be noted for a view. */
  List<QualifiedName> watchable(View view) {
    List<QualifiedName> tables = new ArrayList<>();
    for (MasterReference master : view.masters()) {
      if (master.kind().isWatched()) {
        tables.add(master.name());
      }
    }
    work.catalog().parents(view).forEach(parent -> tables.add(parent.container().table()));
    return tables;
  }

  /** Whether changes are noted for a view, of all that it reads. */
  boolean has(View view) throws SQLException {
    for (QualifiedName master : watchable(view)) {
      if (!registry.notes().watching(master).contains(view.id())) {
        return false;
      }
    }
    return true;
  }

  /** The same, and whether the triggers are there that note them. */
  boolean watches(View view) throws SQLException {
    List<QualifiedName> masters = watchable(view);
    return !masters.isEmpty() && registry.notes().watches(view, masters);
  }

  /**
   * Where each definition is committed by itself, others write between them: what notes changes is
   * there before that goes which logs them.
   */
  void watchBefore(List<View> views) throws SQLException {
    if (!database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      watchAll(views);
    }
  }

  /** Elsewhere behind: who takes the triggers of a log away wants the table for himself at once. */
  void watchBehind(List<View> views) throws SQLException {
    if (database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      watchAll(views);
    }
  }

  private void watchAll(List<View> views) throws SQLException {
    for (View view : views) {
      watch(view, false);
    }
  }

  /**
   * A view that is not refreshed from logs is to know at least when a master changes. Of one that
   * may have missed something by now that is noted before the triggers are made, which may commit
   * what was done until then, and behind, for those who have refreshed it meanwhile. So it is of
   * others whose triggers were lost: it must not look as if they had always been there.
   */
  void watch(View view, boolean isStale) throws SQLException {
    List<QualifiedName> masters = watchable(view);
    Set<Long> missed = new LinkedHashSet<>();
    for (QualifiedName master : masters) {
      missed.addAll(missedBy(master));
      // First: who writes when the triggers are there is to see for whom a note is wanted.
      registry.notes().watch(view, master);
    }
    if (isStale) {
      missed.add(view.id());
    }
    noteChanges(missed);
    for (QualifiedName master : masters) {
      if (database.table(master).isPresent()) {
        capture.touch(master, registry.notes().table());
      }
    }
    noteChanges(missed);
  }

  /** Those who miss what is written by now, or will be while the triggers are being made. */
  private List<Long> missedBy(QualifiedName master) throws SQLException {
    return database.dialect().can(Capability.MANY_NODES) // a lock keeps the writers of one node out
        ? registry.notes().watching(master)
        : registry.notes().watchingInVain(master);
  }

  /**
   * A table that was created anew is watched again by those who have watched the one before. It is
   * noted before, for databases where the triggers stay and a rollback takes the note away, and
   * behind, for those who have written and refreshed meanwhile.
   */
  void watchAgain(QualifiedName table) throws SQLException {
    noteChange(table);
    capture.touch(table, registry.notes().table());
    noteChange(table);
  }

  /** A table has changed: those who watch it are stale. */
  void noteChange(QualifiedName table) throws SQLException {
    noteChanges(registry.notes().watching(table));
  }

  private void noteChanges(Collection<Long> views) throws SQLException {
    for (long view : views) {
      registry.notes().touched(view);
    }
  }

  /** No changes are noted for a view any more. */
  void unwatch(View view) throws SQLException {
    registry.notes().unwatch(view);
    for (QualifiedName master : watchable(view)) {
      if (!registry.notes().isWatched(master)) {
        capture.untouch(master);
      }
    }
  }
}
