package org.mview.refresh;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.delta.RefreshPlan;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.QualifiedName;

/**
 * What a fast refresh runs for one kind of change, planned and not run.
 *
 * @param otherwise what it runs instead when a value is not exact
 */
public record PlannedRefresh(RefreshStatements statements, Optional<RefreshStatements> otherwise) {

  /**
   * What is run when every master has changed.
   *
   * @param insertsOnly whether rows have only been added to the tables; that may change any row of
   *     an inner view
   * @param catalog has a log for each master
   */
  public static PlannedRefresh of(
      CompiledView compiled, boolean insertsOnly, Catalog catalog, Database database) {
    Set<QualifiedName> all = Masters.of(compiled.kept().orElseThrow().content());
    return of(compiled, all, insertsOnly, catalog, database);
  }

  /** The same when these masters have changed. */
  static PlannedRefresh of(
      CompiledView compiled,
      Set<QualifiedName> changed,
      boolean insertsOnly,
      Catalog catalog,
      Database database) {
    Kept kept = compiled.kept().orElseThrow();
    Map<Long, LogState> pending = new HashMap<>();
    for (QualifiedName master : changed) {
      LogEntry log = catalog.log(master).orElseThrow();
      boolean ofInner = catalog.viewIn(master).filter(View::isInner).isPresent();
      pending.put(log.log().id(), new LogState(insertsOnly && !ofInner, catalog.isExclusive(log)));
    }
    RefreshPlan plan = FastRefresh.plan(compiled, pending, catalog, database);
    Places places = FastRefresh.places(compiled.view(), pending, catalog, database);
    return new PlannedRefresh(
        RefreshStatements.of(plan, kept, places),
        plan.otherwise().map(other -> RefreshStatements.of(other, kept, places)));
  }

  /** Makes the tables in which it puts rows away. */
  public void prepare(Stages made) throws SQLException {
    for (RefreshStatements.Stage stage : statements.stages()) {
      made.make(stage);
    }
  }
}
