package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.capture.trigger.TriggerCapture;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.refresh.CompiledView;
import org.mview.refresh.DirectMerges;
import org.mview.sql.QualifiedName;

/** Makes the triggers of a log merge what changes into the views that read it, instead. */
final class MergingTriggers {
  private final Work work;
  private final Registry registry;
  private final TriggerCapture capture;

  MergingTriggers(Work work) {
    this.work = work;
    this.registry = work.registry();
    this.capture = new TriggerCapture(work.database());
  }

  /**
   * Waits for those who are changing a master, or views of it, until nobody does: what they have
   * logged can be seen then, and nobody logs or refreshes until this transaction ends.
   */
  void keepWritersOut(LogEntry entry, List<CompiledView> views) throws SQLException {
    List<QualifiedName> tables = new ArrayList<>();
    tables.add(entry.log().master());
    views.forEach(view -> tables.add(view.view().container().table()));
    capture.keepWritersOut(tables);
  }

  /**
   * Makes the triggers of a log merge what changes into the views that read it. What is in the logs
   * by now stays to be seen at the next commit.
   */
  void merge(LogEntry entry, List<CompiledView> views) throws SQLException {
    capture.merge(work.table(entry.log().master()), entry.log(), merges(entry, views));
    registry.logs().captured(entry.log(), true);
    registry.marks().learn();
    registry.marks().put(work.catalog().logsBeside(entry));
    registry.marks().put(List.of(entry));
    registry.refreshDictionary();
  }

  /**
   * The same where each definition is committed by itself, if nothing is in the log when nobody
   * writes; answers whether. Until all is done, or if it never is, the log is not intact: its
   * readers are filled again.
   */
  boolean mergeIfNothingIsLogged(LogEntry entry, List<CompiledView> views) throws SQLException {
    new GroupKeys(work).make(views);
    registry.marks().learn();
    registry.logs().changing(entry.log());
    boolean merged =
        capture.mergeIfEmpty(work.table(entry.log().master()), entry.log(), merges(entry, views));
    registry.logs().captured(entry.log(), merged);
    registry.refreshDictionary();
    return merged;
  }

  private DirectMerges merges(LogEntry entry, List<CompiledView> views) {
    return DirectMerges.of(entry, views, work.catalog(), work.database());
  }

  /** Whether the triggers of a log see what it holds as a refresh does. */
  boolean sees(LogEntry entry) throws SQLException {
    return capture.sees(work.table(entry.log().master()), entry.log());
  }

  /** The statements that the triggers of a log are to run then. */
  List<String> trial(LogEntry entry, List<CompiledView> views) throws SQLException {
    return capture.trial(work.table(entry.log().master()), entry.log(), merges(entry, views));
  }
}
