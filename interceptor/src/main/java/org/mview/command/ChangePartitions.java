package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.LogEntry;
import org.mview.catalog.MasterReference;
import org.mview.catalog.View;
import org.mview.sql.QualifiedName;
import org.mview.statement.AlterTable;
import org.mview.statement.Candidate;
import org.mview.statement.DropPartitions;

/**
 * Lets partitions of tables that have logs come and go. No trigger is told of their rows: they are
 * logged here, as those of INSERT and DELETE, and the views stay as fast as they were.
 *
 * <p>Oracle finds out which partitions have changed since a refresh, and computes again what was
 * made of those (partition change tracking), if the query names the partition key. This way asks
 * nothing of the query.
 */
final class ChangePartitions {
  private final Candidate command;
  private final String sql;
  private final Work work;
  private final Map<QualifiedName, LogEntry> going = new LinkedHashMap<>();
  private final Map<QualifiedName, LogEntry> coming = new LinkedHashMap<>();

  ChangePartitions(Candidate command, String sql, Work work) {
    this.command = command;
    this.sql = sql;
    this.work = work;
  }

  /**
   * Carries the statement out.
   *
   * @param named the logs of the tables that it names
   */
  void run(List<LogEntry> named) throws SQLException {
    List<LogEntry> logs = new ArrayList<>(named);
    ObjectNames names = new ObjectNames(work.database());
    if (command instanceof AlterTable alter && alter.partition().isPresent()) {
      boolean attaches = alter.partition().get().attaches();
      (attaches ? coming : going).put(names.any(alter.partition().get().partition()), named.get(0));
    } else if (command instanceof DropPartitions drop) {
      for (org.mview.statement.QualifiedName partition : drop.partitions()) {
        findLog(names.any(partition), logs);
      }
    }
    change(logs.stream().distinct().toList());
  }

  private void findLog(QualifiedName partition, List<LogEntry> logs) throws SQLException {
    for (QualifiedName whole : work.database().wholes(partition)) {
      Optional<LogEntry> log = work.catalog().log(whole);
      if (log.isPresent()) {
        going.put(partition, log.get());
        logs.add(log.get());
        return;
      }
    }
  }

  /** Without their triggers the tables are locked: nobody changes them meanwhile. */
  private void change(List<LogEntry> logs) throws SQLException {
    Map<QualifiedName, String> before = new HashMap<>();
    for (LogEntry log : logs) {
      before.put(log.log().master(), definition(log.log().master()));
      work.triggers().suspend(log);
    }
    for (Map.Entry<QualifiedName, LogEntry> part : going.entrySet()) {
      work.triggers().movePartition(part.getValue(), part.getKey(), false);
    }
    work.database().asGiven(sql);
    for (Map.Entry<QualifiedName, LogEntry> part : coming.entrySet()) {
      work.triggers().movePartition(part.getValue(), part.getKey(), true);
    }
    for (LogEntry log : logs) {
      work.triggers().resumeMoved(log);
      know(log.log().master(), before.get(log.log().master()));
    }
  }

  /** Views that knew the table as it was know it as it is now. */
  private void know(QualifiedName table, String before) throws SQLException {
    String now = definition(table);
    for (View view : List.copyOf(work.catalog().views().values())) {
      List<MasterReference> masters =
          view.masters().stream()
              .map(
                  master ->
                      master.name().equals(table) && master.definition().equals(before)
                          ? new MasterReference(table, master.kind(), now)
                          : master)
              .toList();
      if (!masters.equals(view.masters())) {
        work.registry().update(view.withMasters(masters));
      }
    }
    work.reload();
  }

  private String definition(QualifiedName table) throws SQLException {
    return work.table(table).definition();
  }
}
