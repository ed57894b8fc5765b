package org.mview.refresh;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.delta.RefreshPlan;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

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
    Kept kept = compiled.kept().orElseThrow();
    Map<Long, LogState> pending = new HashMap<>();
    for (QualifiedName master : Masters.of(kept.content())) {
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

  /** Has the database plan every statement, and runs none. */
  public void tryOut(Stages made, Database database) throws SQLException {
    tryOut(statements, made, database);
    if (otherwise.isPresent()) {
      tryOut(otherwise.get(), made, database);
    }
  }

  private static void tryOut(RefreshStatements statements, Stages made, Database database)
      throws SQLException {
    for (RefreshStatements.Stage stage : statements.stages()) {
      made.make(stage);
    }
    for (Statement statement : statements.statements()) {
      database.dialect().plans().of(database.connection(), database.text(statement));
    }
  }

  /** Makes the tables in which it puts rows away. */
  public void prepare(Stages made) throws SQLException {
    for (RefreshStatements.Stage stage : statements.stages()) {
      made.make(stage);
    }
  }
}
