package org.mview.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.DirectMerge;
import org.mview.delta.Kept;
import org.mview.delta.Planner;
import org.mview.delta.RefreshPlan;
import org.mview.delta.Step;
import org.mview.dialect.CaptureTriggers;
import org.mview.lowering.Places;
import org.mview.lowering.Places.RowImage;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** Writes what triggers run to merge the changes of a master into views. */
public final class DirectMerges implements CaptureTriggers.DirectViews {
  private static final List<Identifier> ANYTHING = List.of(Identifier.of("doubtful"));

  private final QualifiedName master;
  private final List<Merged> views;
  private final Database database;

  /** Merges the changes of a master into views that all {@link #canBeMerged}. */
  public DirectMerges(QualifiedName master, List<CompiledView> views, Database database) {
    this.master = master;
    this.views = views.stream().map(view -> Merged.of(view, master)).toList();
    this.database = database;
  }

  private record Merged(View view, Kept kept, DirectMerge merge) {
    static Merged of(CompiledView view, QualifiedName master) {
      Kept kept = view.kept().orElseThrow();
      return new Merged(view.view(), kept, Planner.direct(kept, master).orElseThrow());
    }
  }

  /** Whether the changes of a master can be merged into a view as they happen. */
  public static boolean canBeMerged(QualifiedName master, CompiledView view) {
    return view.kept().flatMap(kept -> Planner.direct(kept, master)).isPresent();
  }

  @Override
  public boolean takeImages() {
    return views.stream().allMatch(view -> view.merge().adds());
  }

  @Override
  public Set<Identifier> deciding() {
    return views.stream()
        .flatMap(view -> view.merge().deciding().stream())
        .collect(Collectors.toSet());
  }

  @Override
  public CaptureTriggers.Merging merging(Places.ChangedRows rows) {
    return merging(rows, view -> merges(view, rows));
  }

  @Override
  public CaptureTriggers.Merging updating() {
    return merging(
        RowImage.AFTER,
        view ->
            view.merge()
                .updating()
                .map(step -> texts(List.of(step), view.kept(), places(view.view(), RowImage.AFTER)))
                .orElseGet(
                    () ->
                        Stream.of(RowImage.BEFORE, RowImage.AFTER)
                            .flatMap(row -> merges(view, row).stream())
                            .toList()));
  }

  private List<String> merges(Merged view, Places.ChangedRows rows) {
    return texts(view.merge().merging(), view.kept(), places(view.view(), rows));
  }

  private CaptureTriggers.Merging merging(
      Places.ChangedRows rows, Function<Merged, List<String>> merging) {
    List<String> merges = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    for (Merged view : views) {
      Places places = places(view.view(), rows);
      merges.addAll(merging.apply(view));
      view.merge()
          .doubtful()
          .map(doubtful -> RefreshStatements.query(doubtful, ANYTHING, places))
          .ifPresent(query -> doubts.add("EXISTS (%s)".formatted(database.text(query))));
      ends.addAll(texts(view.merge().ending(), view.kept(), places));
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
