package org.mview.command;

import static org.mview.error.MViewError.COLUMN_NOT_LOGGED;
import static org.mview.error.MViewError.LOGS_OF_TWO_KINDS;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.LogEntry.Option;
import org.mview.refresh.Masters;
import org.mview.sql.Column;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** What a view REFRESH FAST asks of logs that were made by hand. */
final class LogRules {
  private LogRules() {}

  /**
   * A log knows its changes by their commits, or by a time: those of one view all in one way.
   *
   * @throws org.mview.error.MViewException LOGS_OF_TWO_KINDS
   */
  static void checkKinds(Relation content, Catalog catalog) {
    List<LogEntry> logs =
        Masters.of(content).stream()
            .flatMap(master -> catalog.log(master).stream())
            .filter(log -> !log.automatic())
            .toList();
    Optional<LogEntry> byCommit = logs.stream().filter(LogRules::isByCommit).findFirst();
    Optional<LogEntry> byTime = logs.stream().filter(log -> !isByCommit(log)).findFirst();
    if (byCommit.isPresent() && byTime.isPresent()) {
      throw LOGS_OF_TWO_KINDS.of(byCommit.get().log().master(), byTime.get().log().master());
    }
  }

  private static boolean isByCommit(LogEntry log) {
    return log.options().contains(Option.COMMIT_SCN);
  }

  /**
   * Where logs are not widened on demand, their authors name what is compared with rows of other
   * tables, and what is aggregated.
   *
   * @throws org.mview.error.MViewException COLUMN_NOT_LOGGED
   */
  static void checkColumns(Relation content, Catalog catalog) {
    for (QualifiedName master : Masters.of(content)) {
      Optional<LogEntry> log = catalog.log(master);
      for (Identifier column : needed(content, master)) {
        if (log.isPresent() && !log.get().log().columns().contains(column)) {
          throw COLUMN_NOT_LOGGED.of(master, column);
        }
      }
    }
  }

  private static Set<Identifier> needed(Relation relation, QualifiedName master) {
    if (relation instanceof Aggregate groups && computes(groups)) {
      return Masters.columns(relation, master);
    }
    Set<Identifier> needed = new LinkedHashSet<>();
    if (relation instanceof SemiJoin join) {
      join.conditions()
          .forEach(condition -> needed.addAll(read(relation, master, condition.columns())));
      needed.addAll(Masters.columns(join.right(), master));
    }
    relation.inputs().forEach(input -> needed.addAll(needed(input, master)));
    return needed;
  }

  /** Whether it does more than find and count the rows that differ. */
  private static boolean computes(Aggregate groups) {
    return groups.calls().stream().anyMatch(call -> !call.function().arguments().isEmpty());
  }

  /** The columns of a table behind some columns. */
  private static Set<Identifier> read(
      Relation relation, QualifiedName master, Set<Column> columns) {
    Set<Identifier> found = new LinkedHashSet<>();
    if (relation instanceof Scan scan && scan.table().name().equals(master)) {
      columns.stream().filter(scan.columns()::contains).forEach(c -> found.add(source(scan, c)));
    }
    relation.inputs().forEach(input -> found.addAll(read(input, master, columns)));
    return found;
  }

  private static Identifier source(Scan scan, Column column) {
    return scan.sources().get(scan.columns().indexOf(column));
  }
}
