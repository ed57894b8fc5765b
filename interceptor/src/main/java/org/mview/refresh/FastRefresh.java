package org.mview.refresh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Change;
import org.mview.delta.Kept;
import org.mview.delta.Planner;
import org.mview.delta.RefreshPlan;
import org.mview.dialect.Capability;
import org.mview.lowering.Places;
import org.mview.lowering.Places.LogTable;
import org.mview.sql.Expression;
import org.mview.sql.QualifiedName;
import org.mview.sql.Statement;

/** Plans a fast refresh for one kind of change, and writes its statements. */
final class FastRefresh {
  private FastRefresh() {}

  static RefreshTexts texts(
      CompiledView compiled, Map<Long, LogState> pending, Catalog catalog, Database database) {
    return RefreshTexts.of(
        plan(compiled, pending, catalog, database),
        compiled.kept().orElseThrow(),
        places(compiled.view(), pending, catalog, database),
        database);
  }

  /** What reads those groups again that are not exact. */
  static RefreshTexts ofTainted(CompiledView compiled, Catalog catalog, Database database) {
    Kept kept = compiled.kept().orElseThrow();
    return RefreshTexts.of(
        Planner.rereadTainted(kept),
        kept,
        places(compiled.view(), Map.of(), catalog, database),
        database);
  }

  static RefreshPlan plan(
      CompiledView compiled, Map<Long, LogState> pending, Catalog catalog, Database database) {
    Set<QualifiedName> changed =
        pending.keySet().stream()
            .map(id -> catalog.log(id).log().master())
            .collect(Collectors.toSet());
    boolean insertsOnly = pending.values().stream().allMatch(LogState::insertsOnly);
    boolean constrained = !compiled.view().constraints().isEmpty();
    boolean grouped = !database.dialect().can(Capability.CHANGES_ROWS_TWICE);
    Kept kept = compiled.kept().orElseThrow();
    Change change = new Change(changed, insertsOnly, constrained, grouped);
    return Planner.fast(kept, change);
  }

  static Places places(View view, Map<Long, LogState> pending, Catalog catalog, Database database) {
    QualifiedName stages = stages(view, pending, catalog, database);
    Optional<Places.Moment> moment = Readers.of(database).moment(view, pending, catalog, stages);
    Map<QualifiedName, LogTable> tables = new HashMap<>();
    pending.forEach(
        (id, state) -> {
          ChangeLog log = catalog.log(id).log();
          List<Expression> conditions = new ArrayList<>();
          moment.ifPresent(at -> conditions.add(Statement.AtOnce.HOLDS));
          log.few(database.dialect()).ifPresent(conditions::add);
          if (!state.whole()) {
            conditions.add(Probe.unseen(view, log, database));
          }
          tables.put(log.master(), log.read(conditions));
        });
    return new Places(view.container().table(), view.container().columns(), tables, stages, moment);
  }

  /** Where a stage has columns of types, each kind of change has its own. */
  private static QualifiedName stages(
      View view, Map<Long, LogState> pending, Catalog catalog, Database database) {
    boolean typed = database.dialect().can(Capability.TYPED_EXPRESSIONS);
    String kind = typed ? Integer.toHexString(kind(pending)) + "$" : "";
    return stages(view, kind, catalog, database);
  }

  /** Where a stage cannot be dropped in time, its name tells which definition the view has. */
  static QualifiedName stages(View view, String purpose, Catalog catalog, Database database) {
    boolean stays = database.dialect().clauses().dropStage().isEmpty();
    String definition =
        stays ? Integer.toHexString(Objects.hash(view, catalog.logsOf(view).size())) + "$" : "";
    return database.stage("mview$" + view.id() + "$" + definition + purpose);
  }

  private static int kind(Map<Long, LogState> pending) {
    return new TreeMap<>(pending).toString().hashCode();
  }
}
