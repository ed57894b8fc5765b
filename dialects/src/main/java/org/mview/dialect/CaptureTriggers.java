package org.mview.dialect;

import java.util.List;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** How a database writes the changes of a table to a log by itself. */
public interface CaptureTriggers {

  /**
   * A log and what it is to hold.
   *
   * @param table the log's own name
   * @param columns the columns of the master that it holds
   */
  record Log(TableInfo master, QualifiedName table, List<Identifier> columns) {
    public Log {
      columns = List.copyOf(columns);
    }
  }

  /** Statements that make the log's table, still without triggers. */
  List<String> createLog(Log log);

  /** Statements that make the triggers. */
  List<String> createTriggers(Log log);

  /** Statements that remove the triggers, if they are there. */
  List<String> dropTriggers(Log log);

  /** Statements that remove the log's table, if it is there. */
  List<String> dropLog(Log log);
}
