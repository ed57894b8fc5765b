package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_UNKNOWN;

import java.sql.SQLException;
import java.util.Optional;
import org.mview.catalog.LogEntry;
import org.mview.statement.DropMaterializedViewLog;

/** DROP MATERIALIZED VIEW LOG: the views that read it need a complete refresh then. */
final class DropLog {
  private final DropMaterializedViewLog command;
  private final Work work;

  DropLog(DropMaterializedViewLog command, Work work) {
    this.command = command;
    this.work = work;
  }

  void run() throws SQLException {
    LoggedTable table = LoggedTable.of(command.master(), work);
    Optional<LogEntry> log = work.catalog().log(table.table());
    if (log.isPresent()) {
      work.logs().drop(log.get());
    } else if (command.ifExists()) {
      work.warnings().add("table %s has no materialized view log".formatted(table.name()), 12002);
    } else {
      throw CHANGE_LOG_UNKNOWN.of(table.name());
    }
  }
}
