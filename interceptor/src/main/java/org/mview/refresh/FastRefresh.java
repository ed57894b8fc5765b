package org.mview.refresh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Change;
import org.mview.delta.Planner;
import org.mview.delta.RefreshPlan;
import org.mview.lowering.Places;
import org.mview.lowering.Places.LogTable;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Subquery;

/** Plans a fast refresh for one kind of change, and writes its statements. */
final class FastRefresh {
  private FastRefresh() {}

  static RefreshTexts texts(
      CompiledView compiled, Map<Long, LogState> pending, Catalog catalog, Database database) {
    return RefreshTexts.of(
        plan(compiled, pending, catalog),
        compiled.kept().orElseThrow(),
        places(compiled.view(), pending, catalog),
        database);
  }

  static RefreshPlan plan(CompiledView compiled, Map<Long, LogState> pending, Catalog catalog) {
    Set<QualifiedName> changed =
        pending.keySet().stream()
            .map(id -> catalog.log(id).log().master())
            .collect(Collectors.toSet());
    boolean insertsOnly = pending.values().stream().allMatch(LogState::insertsOnly);
    boolean constrained = !compiled.view().constraints().isEmpty();
    return Planner.fast(
        compiled.kept().orElseThrow(), new Change(changed, insertsOnly, constrained));
  }

  static Places places(View view, Map<Long, LogState> pending, Catalog catalog) {
    Map<QualifiedName, LogTable> tables = new HashMap<>();
    pending.forEach(
        (id, state) -> {
          ChangeLog log = catalog.log(id).log();
          tables.put(log.master(), log.read(state.whole() ? List.of() : unseen(view, log)));
        });
    return new Places(
        view.container().table(),
        view.container().columns(),
        tables,
        QualifiedName.of("temp", "mview$" + view.id() + "$"));
  }

  /** What holds for the rows of a log that a view has not seen. */
  private static List<Expression> unseen(View view, ChangeLog log) {
    Qualified sequence = new Qualified(LogTable.ALIAS, ChangeLog.SEQUENCE);
    Query position = new Query.Verbatim(Probe.position(view, log));
    return List.of(Fragment.of("{} > {}", sequence, new Subquery(position)));
  }
}
