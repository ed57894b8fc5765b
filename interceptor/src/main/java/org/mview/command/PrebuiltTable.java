package org.mview.command;

import static org.mview.error.MViewError.PREBUILT_IS_MASTER;
import static org.mview.error.MViewError.PREBUILT_MISMATCH;
import static org.mview.error.MViewError.PREBUILT_MISSING;
import static org.mview.error.MViewError.PREBUILT_READS_ITSELF;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.algebra.Relation;
import org.mview.algebra.Table.TableColumn;
import org.mview.catalog.View;
import org.mview.delta.InnerViews;
import org.mview.delta.Kept;
import org.mview.delta.Reason;
import org.mview.dialect.TableInfo;
import org.mview.sql.Column;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.query.Understanding;

/**
 * A table of the user's that is to hold a view. Nothing of it is changed: neither its columns nor
 * its indexes, and its rows by refreshes alone.
 */
final class PrebuiltTable {
  private final Work work;
  private final TableInfo table;
  private final boolean reducedPrecision;

  private PrebuiltTable(Work work, TableInfo table, boolean reducedPrecision) {
    this.work = work;
    this.table = table;
    this.reducedPrecision = reducedPrecision;
  }

  /**
   * The table of this name.
   *
   * @param reducedPrecision whether its columns may hold less than those of the query
   */
  static PrebuiltTable of(Work work, QualifiedName name, boolean reducedPrecision)
      throws SQLException {
    TableInfo table = work.database().table(name).orElseThrow(() -> PREBUILT_MISSING.of(name));
    if (table.kind() != TableInfo.Kind.TABLE) {
      throw PREBUILT_MISMATCH.of(name, "it is not an ordinary table");
    }
    List<View> readers = work.catalog().dependents(table.name());
    if (!readers.isEmpty()) {
      throw PREBUILT_IS_MASTER.of(name, readers.get(0).name());
    }
    return new PrebuiltTable(work, table, reducedPrecision);
  }

  /** The columns of the view, as the table writes them. */
  List<Identifier> columns(List<Identifier> ofQuery) {
    List<Identifier> columns = new ArrayList<>();
    for (Identifier name : ofQuery) {
      columns.add(
          table.table().columns().stream()
              .map(TableColumn::name)
              .filter(column -> column.text().equalsIgnoreCase(name.text()))
              .findFirst()
              .orElseThrow(() -> mismatch("it has no column %s".formatted(name))));
    }
    return columns;
  }

  private org.mview.error.MViewException mismatch(String why) {
    return PREBUILT_MISMATCH.of(table.name(), why);
  }

  /**
   * Refuses a table that cannot take what the query gives.
   *
   * @return why the view can only be refreshed completely; empty when it can be refreshed fast
   */
  Optional<Reason> check(View view, QueryReader.Read read) throws SQLException {
    if (view.masters().stream().anyMatch(master -> master.name().equals(table.name()))) {
      throw PREBUILT_READS_ITSELF.of(view.name());
    }
    checkOthers(view.container().columns());
    Optional<Relation> query =
        read.understanding() instanceof Understanding.Clear clear
            ? Optional.of(clear.relation())
            : Optional.empty();
    Optional<String> other = new PrebuiltTypes(work.database(), table).difference(view, query);
    if (other.isPresent() && !reducedPrecision) {
      throw mismatch(other.get() + ": say WITH REDUCED PRECISION if that is meant");
    } else if (other.isPresent()) {
      return Optional.of(new Reason("the prebuilt table holds less than the query gives"));
    }
    return query.flatMap(relation -> hidden(relation, view));
  }

  /** Columns that are not the view's have to do without values from it. */
  private void checkOthers(List<Identifier> ofView) throws SQLException {
    for (Identifier column : new PrebuiltColumns(work.database()).withoutValue(table.name())) {
      if (!ofView.contains(column)) {
        throw mismatch("column %s is not in the query, and may not be NULL".formatted(column));
      }
    }
  }

  /** What maintenance would have to remember beside the columns of the view. */
  private Optional<Reason> hidden(Relation query, View view) {
    if (InnerViews.number(query) > 0) {
      return Optional.of(
          new Reason(
              "a view over a prebuilt table has no inner views, which groups inside it want"));
    }
    Kept kept = ViewCompiler.kept(query, view.properties(), work.database().dialect());
    return kept.hiddenColumns().stream()
        .findFirst()
        .map(Column::name)
        .map(name -> new Reason("the prebuilt table has no room for the hidden column " + name));
  }
}
