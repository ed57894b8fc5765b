package org.mview.refresh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.catalog.Catalog;
import org.mview.catalog.Container;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.DirectMerge;
import org.mview.delta.Kept;
import org.mview.delta.Planner;
import org.mview.delta.Reason;
import org.mview.delta.RefreshPlan;
import org.mview.delta.SetMerge;
import org.mview.delta.Step;
import org.mview.dialect.Capability;
import org.mview.dialect.CaptureTriggers;
import org.mview.dialect.Dialect;
import org.mview.dialect.Mark;
import org.mview.lowering.Places;
import org.mview.lowering.Places.RowImage;
import org.mview.lowering.RefreshStatements;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/** Writes what triggers run to merge the changes of a master into views. */
public final class DirectMerges implements CaptureTriggers.DirectViews {
  private static final List<Identifier> ANYTHING = List.of(Identifier.of("doubtful"));

  private final QualifiedName master;
  private final List<Merged> views;
  private final Set<Mark> others;
  private final Database database;

  private DirectMerges(
      QualifiedName master, List<Merged> views, Set<Mark> others, Database database) {
    this.master = master;
    this.views = List.copyOf(views);
    this.others = Set.copyOf(others);
    this.database = database;
  }

  /**
   * Merges the changes of the master of a log into its readers, {@link #against} none of which
   * there is anything.
   */
  public static DirectMerges of(
      LogEntry log, List<CompiledView> readers, Catalog catalog, Database database) {
    QualifiedName master = log.log().master();
    Set<Mark> others =
        catalog.logsBeside(log).stream()
            .map(other -> new Mark(other.log().id()))
            .collect(Collectors.toSet());
    Stream<Merged> merged =
        readers.stream().map(view -> Merged.of(view, master, database.dialect()));
    List<Merged> views =
        database.dialect().can(Capability.MERGES_EXACTLY)
            ? merged.sorted(Comparator.comparing(view -> view.view().id())).toList()
            : merged.toList(); // nobody else locks them
    return new DirectMerges(master, views, others, database);
  }

  private record Merged(View view, Kept kept, DirectMerge merge) {
    static Merged of(CompiledView view, QualifiedName master, Dialect dialect) {
      Kept kept = view.kept().orElseThrow();
      return new Merged(view.view(), kept, directly(kept, master, dialect).orElseThrow());
    }
  }

  /**
   * Why the changes of a master cannot be merged into a view as they happen; empty if they can, if
   * the database takes the statements.
   */
  public static Optional<Reason> against(QualifiedName master, CompiledView view, Dialect dialect) {
    if (view.kept().isEmpty()) {
      return Optional.of(new Reason("it is refreshed completely"));
    }
    return dialect.can(Capability.MERGES_EXACTLY)
        ? Planner.againstExact(view.kept().get(), master)
        : Planner.againstDirect(view.kept().get(), master);
  }

  private static Optional<DirectMerge> directly(Kept kept, QualifiedName master, Dialect dialect) {
    return dialect.can(Capability.MERGES_EXACTLY)
        ? Planner.ofRows(kept, master)
        : Planner.direct(kept, master);
  }

  /** A query for something if a sum in a view is not exact now; empty where none can be. */
  public static Optional<String> inexact(CompiledView view, Database database) {
    Places places =
        new Places(
            view.view().container().table(),
            view.view().container().columns(),
            Map.of(),
            view.view().container().table());
    return Planner.tainted(view.kept().orElseThrow())
        .map(groups -> RefreshStatements.query(groups, places.columns(), places))
        .map(query -> database.text(query) + " LIMIT 1");
  }

  @Override
  public Optional<String> logging() {
    return others.isEmpty() ? Optional.empty() : Optional.of(Mark.isAnyThere(others));
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
  public CaptureTriggers.Merging updating(RowImage before, RowImage after) {
    return merging(
        after,
        view ->
            view.merge()
                .updating()
                .map(step -> texts(List.of(step), view.kept(), places(view.view(), after)))
                .orElseGet(
                    () ->
                        Stream.of(before, after)
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
          .map(query -> "EXISTS (%s)".formatted(database.text(query)))
          .ifPresent(doubtful -> doubts.add(new Mark(view.view().id()).put(doubtful)));
      ends.addAll(texts(view.merge().ending(), view.kept(), places));
    }
    return new CaptureTriggers.Merging(merges, doubts, ends);
  }

  @Override
  public List<CaptureTriggers.SetMerging> ofSets(Places.LogTable rows) {
    return views.stream().map(merged -> ofSets(merged, rows)).toList();
  }

  private CaptureTriggers.SetMerging ofSets(Merged merged, Places.LogTable rows) {
    SetMerge merge = Planner.ofSets(merged.kept(), master).orElseThrow();
    Container container = merged.view().container();
    Places places =
        new Places(container.table(), container.columns(), Map.of(master, rows), container.table());
    RefreshPlan plan = new RefreshPlan(List.of(merge.merging()), Optional.empty());
    Statement statement = RefreshStatements.of(plan, merged.kept(), places).statements().get(0);
    return new CaptureTriggers.SetMerging(
        database.text(inOrder(statement)),
        container.table(),
        merge.ended().map(ended -> database.text(ofExisting(ended, merged.kept(), container))));
  }

  /** Who merges into several groups locks them in the order of their keys, as all others do. */
  private static Statement inOrder(Statement statement) {
    if (!(statement instanceof Statement.Insert insert) || insert.merge().isEmpty()) {
      return statement;
    }
    List<Identifier> keys = insert.merge().get().key().stream().map(Statement.Key::column).toList();
    Query ordered = new Query.Ordered(insert.query(), keys);
    return new Statement.Insert(insert.into(), insert.columns(), ordered, insert.merge());
  }

  private static Expression ofExisting(Expression condition, Kept kept, Container container) {
    return condition.mapColumns(
        column ->
            new Qualified(
                Statement.Merge.EXISTING, container.name((Column) column, kept.columns())));
  }

  private Places places(View view, Places.ChangedRows rows) {
    QualifiedName container = new QualifiedName(Optional.empty(), view.container().table().name());
    return new Places(
        container,
        view.container().columns(),
        Map.of(master, unlessLogged(rows)),
        container,
        Optional.empty(),
        Map.of(),
        true);
  }

  private Places.ChangedRows unlessLogged(Places.ChangedRows rows) {
    List<Expression> conditions =
        logging().stream().<Expression>map(c -> Fragment.text("NOT (%s)".formatted(c))).toList();
    return rows instanceof RowImage image
        ? new RowImage(image.name(), image.sign(), conditions)
        : ((Places.LogTable) rows).read(conditions);
  }

  private List<String> texts(List<Step> steps, Kept kept, Places places) {
    return RefreshStatements.of(new RefreshPlan(steps, Optional.empty()), kept, places)
        .statements()
        .stream()
        .map(this::ofValues)
        .map(database::text)
        .toList();
  }

  /** One row that comes from nowhere, under no condition, needs no query where that is cheaper. */
  private Statement ofValues(Statement statement) {
    if (!database.dialect().can(Capability.MERGES_EXACTLY)
        || !(statement instanceof Statement.Insert insert)
        || !(insert.query() instanceof Query.Select select)
        || !(select.from().isEmpty() && select.where().isEmpty())) {
      return statement;
    }
    String values =
        select.items().stream()
            .map(item -> database.text(item.value()))
            .collect(Collectors.joining(", ", "VALUES (", ")"));
    return new Statement.Insert(
        insert.into(), insert.columns(), new Query.Verbatim(values), insert.merge());
  }
}
