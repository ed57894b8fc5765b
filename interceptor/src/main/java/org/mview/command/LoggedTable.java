package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_UNKNOWN;
import static org.mview.error.MViewError.COLUMN_MISSING;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.algebra.Table.TableColumn;
import org.mview.catalog.LogEntry;
import org.mview.catalog.LogEntry.Option;
import org.mview.catalog.View;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.LogItem;
import org.mview.statement.Name;

/** The table whose changes a log records, as statements about logs name it. */
record LoggedTable(QualifiedName name, QualifiedName table) {
  /** Of a materialized view, it is the table that holds it. */
  static LoggedTable of(org.mview.statement.QualifiedName given, Work work) {
    return of(new ObjectNames(work.database()).any(given), work);
  }

  static LoggedTable of(QualifiedName name, Work work) {
    Optional<View> view = work.catalog().view(name);
    return new LoggedTable(name, view.map(v -> v.container().table()).orElse(name));
  }

  TableInfo info(Work work) throws SQLException {
    return work.database().table(table).orElseThrow(() -> TABLE_MISSING.of(name));
  }

  /**
   * Its log.
   *
   * @param ifExists whether it is empty where there is none, with a warning, rather than an error
   */
  Optional<LogEntry> log(Work work, boolean ifExists) {
    Optional<LogEntry> log = work.catalog().log(table);
    if (log.isEmpty() && !ifExists) {
      throw CHANGE_LOG_UNKNOWN.of(name);
    } else if (log.isEmpty()) {
      work.warnings().add("table %s has no materialized view log".formatted(name), 12002);
    }
    return log;
  }

  /** What an item of the statement asks a log to record. */
  static Option option(LogItem item) {
    return switch (item) {
      case PRIMARY_KEY -> Option.PRIMARY_KEY;
      case ROWID -> Option.ROWID;
      case SEQUENCE -> Option.SEQUENCE;
      case COMMIT_SCN -> Option.COMMIT_SCN;
      case OBJECT_ID ->
          throw NOT_SUPPORTED.of("a log WITH OBJECT ID", "there are no object tables");
    };
  }

  /** Columns of it, by the names that a statement has for them. */
  static List<Identifier> columns(TableInfo table, List<Name> names) {
    List<Identifier> columns = new ArrayList<>();
    for (Name name : names) {
      columns.add(
          table.table().columns().stream()
              .map(TableColumn::name)
              .filter(column -> column.text().equalsIgnoreCase(name.text()))
              .findFirst()
              .orElseThrow(() -> COLUMN_MISSING.of(table.name(), name.text())));
    }
    return columns;
  }
}
