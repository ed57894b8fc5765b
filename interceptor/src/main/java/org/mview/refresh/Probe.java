package org.mview.refresh;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.lowering.Places.LogTable;
import org.mview.sql.Fragment;
import org.mview.sql.Query;
import org.mview.sql.Subquery;

/** Asks, by one statement, what a view has not seen of its logs. */
final class Probe {
  private final Database database;
  private final Catalog catalog;

  Probe(Database database, Catalog catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /** The state of each log in which something is pending for the view, by the log's id. */
  Map<Long, LogState> of(View view) throws SQLException {
    List<LogEntry> logs = catalog.logsOf(view);
    if (logs.isEmpty()) {
      return Map.of();
    }
    List<String> questions = new ArrayList<>();
    for (LogEntry log : logs) {
      questions.add(leastSign(view, log));
      questions.add(seen(view, log));
    }
    Map<Long, LogState> states = new HashMap<>();
    database.read(
        database.dialect().selecting(String.join(", ", questions)),
        row -> {
          for (int i = 0; i < logs.size(); i++) {
            int least = row.getInt(2 * i + 1);
            if (least != 0) {
              states.put(logs.get(i).log().id(), LogState.of(least, row.getLong(2 * i + 2)));
            }
          }
          return states;
        });
    return states;
  }

  /** Asks for the least sign of the rows that the view has not seen. */
  String leastSign(View view, LogEntry entry) {
    String table = database.name(entry.log().table());
    return catalog.isExclusive(entry)
        ? "(SELECT MIN(\"SIGN$$\") FROM %s)".formatted(table)
        : "(SELECT MIN(\"SIGN$$\") FROM %s AS \"log\" WHERE %s)"
            .formatted(table, database.text(unseen(view, entry.log(), database)));
  }

  /** What holds for the rows of a log, called {@link LogTable#ALIAS}, that a view has not seen. */
  static Fragment unseen(View view, ChangeLog log, Database database) {
    Query position = new Query.Verbatim(position(view, log));
    return ChangeLog.unseen(LogTable.ALIAS, new Subquery(position), database.dialect());
  }

  /** Asks for 0 if the view has seen nothing of what is in the log. */
  String seen(View view, LogEntry entry) {
    return catalog.isExclusive(entry) ? "0" : "(" + position(view, entry.log()) + ")";
  }

  /**
   * A query for the number of the last row of a log that a view has seen; 0 when it has seen none.
   */
  static String position(View view, ChangeLog log) {
    return "SELECT position FROM \"mview$reader\" WHERE log_id = %s AND view_id = %s"
        .formatted(log.id(), view.id());
  }
}
