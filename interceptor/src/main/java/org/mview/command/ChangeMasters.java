package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mview.catalog.LogEntry;

/**
 * Changes tables that have logs, where definitions cannot be undone and others write between them.
 *
 * <p>What only adds something leaves the triggers alone. Otherwise they go before, because a
 * trigger that does not fit its table makes every change of it fail, and come back after; what was
 * written meanwhile is in no log, so the views are to be refreshed completely.
 */
final class ChangeMasters {
  /** Without these, an ALTER TABLE takes away nothing that a trigger reads. */
  private static final Set<String> TAKING =
      Set.of(
          "RENAME",
          "DROP",
          "CHANGE",
          "MODIFY",
          "CONVERT",
          "TRUNCATE",
          "EXCHANGE",
          "DISCARD",
          "IMPORT",
          "ENGINE",
          "REORGANIZE",
          "COALESCE",
          "REMOVE",
          "REBUILD",
          "PARTITION");

  /** With one of these, columns may get other types. */
  private static final Set<String> RETYPING = Set.of("CHANGE", "MODIFY");

  private final String sql;
  private final List<LogEntry> logs;
  private final Work work;
  private final AlterWords words;

  ChangeMasters(String sql, List<LogEntry> logs, Work work) {
    this.sql = sql;
    this.logs = logs;
    this.work = work;
    this.words = AlterWords.of(sql, work.database().dialect());
  }

  void run() throws SQLException {
    for (LogEntry log : logs) {
      checkTypes(log);
    }
    if (words.has("ALTER") && !words.hasOneOf(TAKING)) {
      work.database().asGiven(sql);
      return;
    }
    for (LogEntry log : logs) {
      work.triggers().suspend(log);
    }
    try {
      work.database().asGiven(sql);
    } catch (SQLException e) {
      comeBack();
      work.database().keep(); // that they have missed something, though the statement fails
      throw e;
    }
    comeBack();
  }

  private void comeBack() throws SQLException {
    for (LogEntry log : logs) {
      comeBack(log);
    }
  }

  private void checkTypes(LogEntry log) {
    boolean retypes = words.hasOneOf(RETYPING) || words.redefines();
    if (words.convertsTexts() || (retypes && words.logged(log).isPresent())) {
      throw NOT_SUPPORTED.of(
          "another definition of a column of %s, which a materialized view reads"
              .formatted(log.log().master()),
          "drop the views and the log, change the column, and create them anew");
    }
  }

  /**
   * Its readers leave the log while it has no triggers: whenever the program is killed, they are
   * stale, or read a log that is not intact.
   */
  private void comeBack(LogEntry log) throws SQLException {
    if (work.database().table(log.log().master()).isPresent()) {
      work.readers().missed(log);
      work.triggers().resume(log);
    } else {
      work.logs().drop(log);
    }
  }
}
