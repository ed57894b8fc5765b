package org.mview.command;

import static org.mview.error.MViewError.COLUMN_MISSING;
import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.algebra.Table.TableColumn;
import org.mview.catalog.View;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.Name;

/** The table whose changes a log records, as statements about logs name it. */
record LoggedTable(QualifiedName name, QualifiedName table) {
  /** Of a materialized view, it is the table that holds it. */
  static LoggedTable of(org.mview.statement.QualifiedName given, Work work) {
    QualifiedName name = new ObjectNames(work.database()).any(given);
    Optional<View> view = work.catalog().view(name);
    return new LoggedTable(name, view.map(v -> v.container().table()).orElse(name));
  }

  TableInfo info(Work work) throws SQLException {
    return work.database().table(table).orElseThrow(() -> TABLE_MISSING.of(name));
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
