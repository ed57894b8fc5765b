package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_RECORDS;
import static org.mview.error.MViewError.NEW_VALUES_STAY;
import static org.mview.error.MViewError.PRIMARY_KEY_MISSING;
import static org.mview.error.MViewError.PURGE_CONFLICTS;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.catalog.LogEntry.Option;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.statement.AlterMaterializedViewLog;
import org.mview.statement.LogContents;
import org.mview.statement.LogItem;
import org.mview.statement.LogPurge;

/**
 * ALTER MATERIALIZED VIEW LOG: more to be recorded, another time to be purged. The views that read
 * the log do not need what is added, so that its rows stay what they are to them; a view that needs
 * it is filled before it reads the log.
 */
final class AlterLog {
  private final AlterMaterializedViewLog command;
  private final Work work;

  AlterLog(AlterMaterializedViewLog command, Work work) {
    this.command = command;
    this.work = work;
  }

  void run() throws SQLException {
    LoggedTable table = LoggedTable.of(command.master(), work);
    Optional<LogEntry> log = table.log(work, command.ifExists());
    if (log.isPresent()) {
      TableStorage.of(command.storage(), work).apply(log.get().log().table());
      checkPurge(log.get());
      if (!command.added().equals(LogContents.NONE)) {
        add(log.get(), table.info(work));
      }
      purge(log.get());
    }
  }

  private void checkPurge(LogEntry log) throws SQLException {
    boolean byCommit = log.options().contains(Option.COMMIT_SCN);
    if (command.purge().orElse(null) instanceof LogPurge.Scheduled scheduled) {
      if (byCommit) {
        throw PURGE_CONFLICTS.of("a scheduled PURGE");
      }
      PurgeSchedule.check(work, scheduled);
    } else if (command.purge().orElse(null) instanceof LogPurge.Immediate immediate
        && immediate.asynchronous()
        && byCommit) {
      throw PURGE_CONFLICTS.of("PURGE IMMEDIATE ASYNCHRONOUS");
    }
  }

  private void purge(LogEntry log) throws SQLException {
    if (command.purge().orElse(null) instanceof LogPurge.Scheduled scheduled) {
      new PurgeSchedule(work, log).set(scheduled);
    } else if (command.purge().isPresent()) {
      new PurgeSchedule(work, log).remove();
    }
  }

  private void add(LogEntry log, TableInfo master) throws SQLException {
    Set<Option> options = options(log, master);
    List<Identifier> key =
        options.contains(Option.PRIMARY_KEY) ? master.primaryKey() : List.<Identifier>of();
    Set<Identifier> recorded = new LinkedHashSet<>(key);
    recorded.addAll(log.listed());
    List<Identifier> listed = new ArrayList<>(log.listed());
    for (Identifier column : LoggedTable.columns(master, command.added().columns())) {
      if (recorded.add(column)) {
        listed.add(column);
      } else {
        refuseUnlessForced(master, "column " + column);
      }
    }
    work.logs().adopt(log, recorded, options, listed);
  }

  private Set<Option> options(LogEntry log, TableInfo master) {
    Set<Option> options = EnumSet.noneOf(Option.class);
    options.addAll(log.options());
    for (LogItem item : command.added().items()) {
      if (!options.add(LoggedTable.option(item))) {
        refuseUnlessForced(master, item.toString());
      }
    }
    if (options.contains(Option.PRIMARY_KEY) && master.primaryKey().isEmpty()) {
      throw PRIMARY_KEY_MISSING.of(master.name());
    }
    if (command.added().recordsNewValues()) {
      options.add(Option.NEW_VALUES);
    } else if (command.added().newValues().isPresent() && options.contains(Option.NEW_VALUES)) {
      throw NEW_VALUES_STAY.of(master.name());
    }
    return options;
  }

  private void refuseUnlessForced(TableInfo master, String what) {
    if (!command.force()) {
      throw CHANGE_LOG_RECORDS.of(master.name(), what);
    }
  }
}
