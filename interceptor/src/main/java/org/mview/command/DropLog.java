package org.mview.command;

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
    Optional<LogEntry> log = table.log(work, command.ifExists());
    if (log.isPresent()) {
      work.logs().drop(log.get());
    }
  }
}
