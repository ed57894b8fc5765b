package org.mview.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.DirectMerge;
import org.mview.delta.Kept;
import org.mview.delta.Planner;
import org.mview.delta.RefreshPlan;
import org.mview.delta.Step;
import org.mview.dialect.CaptureTriggers;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** Writes what triggers run to merge the changes of a master into views. */
public final class DirectMerges implements CaptureTriggers.DirectViews {
  private static final List<Identifier> ANYTHING = List.of(Identifier.of("doubtful"));

  private final QualifiedName master;
  private final List<CompiledView> views;
  private final Database database;

  /** Merges the changes of a master into views that all {@link #canBeMerged}. */
  public DirectMerges(QualifiedName master, List<CompiledView> views, Database database) {
    this.master = master;
    this.views = List.copyOf(views);
    this.database = database;
  }

  /** Whether the changes of a master can be merged into a view as they happen. */
  public static boolean canBeMerged(QualifiedName master, CompiledView view) {
    return view.kept().flatMap(kept -> Planner.direct(kept, master)).isPresent();
  }

  @Override
  public boolean takeImages() {
    return views.stream().allMatch(view -> merge(view).adds());
  }

  private DirectMerge merge(CompiledView view) {
    return Planner.direct(view.kept().orElseThrow(), master).orElseThrow();
  }

  @Override
  public CaptureTriggers.Merging merging(Places.ChangedRows rows) {
    List<String> merges = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    for (CompiledView view : views) {
      DirectMerge merge = merge(view);
      Places places = places(view.view(), rows);
      Kept kept = view.kept().orElseThrow();
      merges.addAll(texts(merge.merging(), kept, places));
      merge
          .doubtful()
          .map(doubtful -> RefreshStatements.query(doubtful, ANYTHING, places))
          .ifPresent(query -> doubts.add("EXISTS (%s)".formatted(database.text(query))));
      ends.addAll(texts(merge.ending(), kept, places));
    }
    return new CaptureTriggers.Merging(merges, doubts, ends);
  }

  /** In a trigger, tables are called by their names alone. */
  private Places places(View view, Places.ChangedRows rows) {
    QualifiedName container = new QualifiedName(Optional.empty(), view.container().table().name());
    return new Places(
        container,
        view.container().columns(),
        Map.of(master, rows),
        container,
        Optional.empty(),
        Map.of(),
        false);
  }

  private List<String> texts(List<Step> steps, Kept kept, Places places) {
    return RefreshStatements.of(new RefreshPlan(steps, Optional.empty()), kept, places)
        .statements()
        .stream()
        .map(database::text)
        .toList();
  }
}
