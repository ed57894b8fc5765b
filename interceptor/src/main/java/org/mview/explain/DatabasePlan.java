package org.mview.explain;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.ExecutionPlans;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Masters;
import org.mview.refresh.PlannedRefresh;
import org.mview.refresh.TablesRead;
import org.mview.refresh.WantedIndex;
import org.mview.sql.Identifier;
import org.mview.sql.IndexTerm;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/**
 * How the database would run a refresh, and which index it misses.
 *
 * @param steps of its plans, statement by statement
 * @param advice a line for each table that it reads from end to end
 */
record DatabasePlan(List<String> steps, Set<String> advice) {

  /** Asks the database, which has all tables that the refresh reads and writes. */
  static DatabasePlan of(
      CompiledView compiled, PlannedRefresh planned, Catalog catalog, Database database)
      throws SQLException {
    DatabasePlan plan = new DatabasePlan(new ArrayList<>(), new LinkedHashSet<>());
    int number = 1;
    for (Statement statement : planned.statements().statements()) {
      plan.steps.add("statement " + number);
      TablesRead tables = TablesRead.in(statement);
      String sql = database.text(statement);
      for (ExecutionPlans.Step step : database.dialect().plans().of(database.connection(), sql)) {
        plan.steps.add("  ".repeat(step.depth() + 1) + step.text());
        Optional<WantedIndex> wanted = step.scanned().flatMap(tables::under);
        if (wanted.isPresent() && !isReadInOrder(wanted.get(), database)) {
          advice(wanted.get(), compiled, catalog).ifPresent(plan.advice::add);
        }
      }
      number++;
    }
    return plan;
  }

  /** An index by which the first rows are read in order is read from its beginning. */
  private static boolean isReadInOrder(WantedIndex wanted, Database database) throws SQLException {
    return !wanted.order().isEmpty()
        && database.indexes(wanted.table()).stream().anyMatch(wanted::isServedBy);
  }

  /** Logs and what is put away are short, and read from end to end on purpose. */
  private static Optional<String> advice(
      WantedIndex wanted, CompiledView compiled, Catalog catalog) {
    return name(wanted.table(), compiled, catalog)
        .map(
            name -> {
              String terms = IndexTerm.list(wanted.terms());
              return terms.isEmpty()
                  ? "reads all of %s".formatted(name)
                  : "scans %1$s: an index on %1$s(%2$s) would help".formatted(name, terms);
            });
  }

  /** The name of a master or a view, as the user has it; empty for tables that are ours. */
  private static Optional<Identifier> name(
      QualifiedName table, CompiledView compiled, Catalog catalog) {
    Optional<View> view = catalog.viewIn(table);
    if (view.isPresent()) {
      return view.filter(v -> !v.isInner()).map(v -> v.name().name());
    }
    boolean master = Masters.of(compiled.kept().orElseThrow().content()).contains(table);
    return Optional.of(table.name()).filter(name -> master);
  }
}
