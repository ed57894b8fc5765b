package org.mview.delta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.AggregateFunction.Kind;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Stored;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Weighed;
import org.mview.delta.Way.Accumulator;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Gained;
import org.mview.sql.Guarded;
import org.mview.sql.IsTainted;
import org.mview.sql.KeyEqual;
import org.mview.sql.QualifiedName;
import org.mview.sql.Tainted;
import org.mview.sql.Type;

/**
 * Merges a change into the groups of a container, without reading a master.
 *
 * <pre>
 *   change → grouped, weights summed → container: delete groups that end, add to the others, insert new ones
 * </pre>
 *
 * <p>When rows were only added, no group ends, and the change needs not be put away before. The
 * rows of one log can each be merged by themselves, which saves the grouping; a constraint of the
 * user, however, is to see the final state only.
 */
final class GroupMerge {
  private static final String PROPOSED = "new$";
  private static final String GONE = "gone$";
  private static final Column WEIGHT = Signed.WEIGHT;

  private final Kept kept;
  private final Way.Groups groups;
  private final Way.Merge merge;
  private final Change change;
  private final Relation delta;
  private final boolean direct;

  GroupMerge(Kept kept, Way.Groups groups, Way.Merge merge, Change change, Relation delta) {
    this(kept, groups, merge, change, delta, false);
  }

  private GroupMerge(
      Kept kept,
      Way.Groups groups,
      Way.Merge merge,
      Change change,
      Relation delta,
      boolean direct) {
    this.kept = kept;
    this.groups = groups;
    this.merge = merge;
    this.change = change;
    this.delta = delta;
    this.direct = direct;
  }

  /** The same of rows as they change, of which none is put away before. */
  static GroupMerge beside(
      Kept kept, Way.Groups groups, Way.Merge merge, Change change, Relation delta) {
    return new GroupMerge(kept, groups, merge, change, delta, true);
  }

  /** How the rows of one master are merged as they change, if that can be. */
  Optional<DirectMerge> direct(QualifiedName master) {
    if (merge.accumulators().stream().anyMatch(Accumulator::isExtreme)) {
      return Optional.empty();
    }
    return Optional.of(
        direct(
            master,
            merged(isTotal() ? grouped() : rowByRow(this::share)),
            isTotal() ? Optional.empty() : Optional.of(merged(rowByRow(this::gained)))));
  }

  private DirectMerge direct(QualifiedName master, Step merging, Optional<Step> updating) {
    List<Step> ending =
        merge.rows().isEmpty()
            ? List.of()
            : List.of(
                new Step.DeleteAmong(
                    new Weighed(delta, WEIGHT),
                    groups.keys(),
                    kept.identity(),
                    List.of(isNothing(Accumulator::stored))));
    boolean adds =
        Shape.adds(groups.input(), master)
            && merge.accumulators().stream()
                .flatMap(a -> a.function().arguments().stream())
                .allMatch(Shape::isArithmetic);
    return new DirectMerge(
        List.of(merging),
        doubtful(),
        ending,
        updating,
        Shape.deciding(groups.input(), groups.keys(), master),
        adds);
  }

  /**
   * How the rows of one master that a statement has changed are merged, if that can be: without a
   * look at another table, or at what they are. What goes and comes back with the same statement
   * leaves its group alone.
   */
  Optional<SetMerge> ofSets() {
    if (!isExact(groups, merge)) {
      return Optional.empty();
    }
    Expression changed = Fragment.of("NOT ({})", isNothing(GroupMerge::raw));
    Relation rows = asRows(new Filter(summed(), List.of(changed)), this::initial);
    Optional<Expression> ended =
        isTotal() ? Optional.empty() : Optional.of(isNothing(Accumulator::stored));
    return Optional.of(new SetMerge(merged(rows), ended));
  }

  /** The same for the rows of one master, one by one; there is always one, of an aggregate too. */
  Optional<DirectMerge> ofRows(QualifiedName master) {
    if (!isExact(groups, merge)) {
      return Optional.empty();
    }
    Step gained = merged(rowByRow(this::gained));
    return Optional.of(direct(master, merged(rowByRow(this::share)), Optional.of(gained)));
  }

  /** Whether all that is added up is exact, of the rows of one table. */
  static boolean isExact(Way.Groups groups, Way.Merge merge) {
    return !merge.accumulators().isEmpty()
        && Shape.isOneTable(groups.input())
        && merge.accumulators().stream()
            .allMatch(a -> !a.isExtreme() && WholeNumbers.areSummed(a.function()));
  }

  /** Whether a group is as if it were not there, whatever is still to be merged into it. */
  private Expression isNothing(Function<Accumulator, Column> of) {
    List<Column> all = merge.accumulators().stream().map(of).toList();
    return Fragment.of(
        "COALESCE({}, 0) = 0" + " AND COALESCE({}, 0) = 0".repeat(all.size() - 1), all);
  }

  private Optional<Relation> doubtful() {
    Optional<Expression> tainted = isTainted(merge);
    if (tainted.isEmpty()) {
      return Optional.empty();
    }
    Stored container = new Stored(Step.CONTAINER, kept.columns(), false);
    List<Expression> conditions = new ArrayList<>(sameGroup(groups.keys()));
    conditions.add(tainted.get());
    Relation touched = new Weighed(delta, WEIGHT);
    return Optional.of(Project.keep(new Join(touched, container, conditions), List.of(WEIGHT)));
  }

  /** The groups that are not exact. */
  static Optional<Relation> tainted(Kept kept, Way.Merge merge) {
    Stored container = new Stored(Step.CONTAINER, kept.columns(), false);
    return isTainted(merge).map(tainted -> new Filter(container, List.of(tainted)));
  }

  private static Optional<Expression> isTainted(Way.Merge merge) {
    List<Expression> tainted =
        merge.accumulators().stream()
            .filter(a -> isSum(a) && isByValue(a.function()))
            .<Expression>map(a -> new IsTainted(a.stored()))
            .toList();
    return tainted.isEmpty()
        ? Optional.empty()
        : Optional.of(Fragment.of("{}" + " OR {}".repeat(tainted.size() - 1), tainted));
  }

  /** Conditions by which a row that has these keys is of a group of the container. */
  private List<Expression> sameGroup(List<Column> keys) {
    List<Expression> conditions = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Column key = kept.identity().get(i);
      conditions.add(new KeyEqual(key, keys.get(i), key.type()));
    }
    return conditions;
  }

  RefreshPlan plan() {
    if (isTotal()) {
      return RefreshPlan.of(merged(grouped()));
    } else if (!mayLose()) {
      boolean oneByOne =
          !change.constrained() && !change.grouped() && Shape.isOneTable(groups.input());
      return RefreshPlan.of(merged(oneByOne ? rowByRow(this::share) : grouped()));
    } else if (mayShowEndedGroups()) {
      return mergedThenEnded(merge.rows().get());
    }
    return staged(merge.rows().get());
  }

  /**
   * Whether groups without rows may be in the container for a moment, and the change, of one log,
   * may be read twice.
   */
  private boolean mayShowEndedGroups() {
    return !change.constrained()
        && Shape.isOneTable(groups.input())
        && merge.accumulators().stream().noneMatch(Accumulator::isExtreme);
  }

  /**
   * Merges, and then deletes the groups that have no rows left: nothing is put away.
   *
   * <p>A row that goes may stand in the log before it came, when a trigger of the user changed it
   * at once. Counts and sums may be anything on the way then; a sum that becomes NULL at a count of
   * 0 would forget what it was.
   */
  private RefreshPlan mergedThenEnded(Column rows) {
    Relation gone = Signed.removed(delta);
    boolean forgets = merge.accumulators().stream().anyMatch(a -> isSum(a) && mayBeOfNone(a));
    return RefreshPlan.of(
        merged(forgets || change.grouped() ? grouped() : rowByRow(this::share)),
        new Step.DeleteAmong(
            gone, groups.keys(), kept.identity(), List.of(Fragment.of("{} = 0", rows))));
  }

  private RefreshPlan staged(Column rows) {
    Relation proposed = grouped();
    Stored changes = new Stored("changes", proposed.columns(), false);
    List<Column> keys = kept.identity().stream().map(GroupMerge::proposed).toList();
    Expression ends = Fragment.of("{} + {} = 0", rows, proposed(rows));
    List<Step> again =
        merge.accumulators().stream().anyMatch(Accumulator::isExtreme)
            ? Planner.reread(kept, withoutExtreme(changes, keys))
            : List.of();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Keep(changes, proposed));
    again.stream().limit(1).forEach(steps::add);
    steps.add(new Step.DeleteAmong(changes, keys, kept.identity(), List.of(ends)));
    steps.add(merged(lasting(changes, proposed(rows), keys)));
    again.stream().skip(1).forEach(steps::add);
    return new RefreshPlan(steps, Optional.empty());
  }

  /**
   * The keys of the groups of which a value went that may have been the extreme one: not beyond the
   * one that was, or not beyond those that came.
   */
  private Relation withoutExtreme(Stored changes, List<Column> keys) {
    Stored container = new Stored(Step.CONTAINER, kept.columns(), false);
    List<Expression> sameGroup = sameGroup(keys);
    List<Relation> losing = new ArrayList<>();
    for (Accumulator accumulator : merge.accumulators()) {
      if (accumulator.isExtreme()) {
        Column old = accumulator.stored();
        String reaches = accumulator.function().kind() == Kind.MIN ? "{} <= {}" : "{} >= {}";
        List<Expression> conditions = new ArrayList<>(sameGroup);
        conditions.add(Fragment.of(reaches, gone(old), old));
        losing.add(Project.keep(new Join(changes, container, conditions), keys));
        Expression own = Fragment.of(reaches, gone(old), proposed(old));
        losing.add(Project.keep(new Filter(changes, List.of(own)), keys));
      }
    }
    return AffectedKeys.of(UnionAll.of(losing), keys);
  }

  /** The groups that are new, and those that the container still has. */
  private Relation lasting(Stored changes, Column rows, List<Column> keys) {
    Stored container = new Stored(Step.CONTAINER, kept.columns(), false);
    List<Column> all = kept.columns().stream().map(GroupMerge::proposed).toList();
    return UnionAll.of(
        Project.keep(new Filter(changes, List.of(Fragment.of("{} > 0", rows))), all),
        Project.keep(
            new Restrict(
                new Filter(changes, List.of(Fragment.of("{} <= 0", rows))),
                keys,
                Project.keep(container, kept.identity())),
            all));
  }

  private Step merged(Relation rows) {
    Map<Column, Expression> after = new HashMap<>();
    kept.columns().forEach(column -> after.put(column, column));
    merge.accumulators().forEach(a -> after.put(a.stored(), after(a)));
    List<Project.Item> updates = new ArrayList<>();
    merge
        .accumulators()
        .forEach(a -> updates.add(new Project.Item(a.stored(), after.get(a.stored()))));
    merge
        .derived()
        .forEach(
            item ->
                updates.add(new Project.Item(item.column(), item.value().mapColumns(after::get))));
    return new Step.Merge(rows, kept.identity(), updates);
  }

  /** What an accumulator becomes in a group that is there. */
  private Expression after(Accumulator accumulator) {
    Column old = accumulator.stored();
    Column added = proposed(old);
    return switch (accumulator.function().kind()) {
      case MIN ->
          Fragment.of(
              "CASE WHEN {} IS NULL OR {} < {} THEN {} ELSE {} END", old, added, old, added, old);
      case MAX ->
          Fragment.of(
              "CASE WHEN {} IS NULL OR {} > {} THEN {} ELSE {} END", old, added, old, added, old);
      case SUM -> sumAfter(accumulator);
      default -> countAfter(old);
    };
  }

  private Expression countAfter(Column count) {
    String template = isTotal() ? "{} + COALESCE({}, 0)" : "{} + {}";
    return Fragment.of(template, count, proposed(count));
  }

  private Expression sumAfter(Accumulator sum) {
    Column old = sum.stored();
    Column added = proposed(old);
    if (!mayBeOfNone(sum)) {
      return guarded(sum.function(), Fragment.of("{} + {}", old, added));
    }
    Expression total = Fragment.of("COALESCE({}, 0) + COALESCE({}, 0)", old, added);
    Expression count = countAfter(sum.count().orElseThrow());
    return direct
        ? Fragment.of("CASE WHEN {} = 0 AND {} = 0 THEN NULL ELSE {} END", count, total, total)
        : Fragment.of(
            "CASE WHEN {} = 0 THEN NULL ELSE {} END", count, guarded(sum.function(), total));
  }

  private boolean isTotal() {
    return merge.rows().isEmpty();
  }

  /** Whether a group can be there in which the sum has no value, and is NULL. */
  private boolean mayBeOfNone(Accumulator sum) {
    return isTotal() || !sum.count().equals(merge.rows());
  }

  private static boolean isSum(Accumulator accumulator) {
    return accumulator.function().kind() == Kind.SUM;
  }

  /** A sum, of which it is found out elsewhere whether it is exact where it is merged directly. */
  private Expression guarded(AggregateFunction function, Expression value) {
    return isByValue(function) && !direct ? new Guarded(value) : value;
  }

  private Expression guardedShare(AggregateFunction function) {
    Expression value = function.argument();
    if (!isByValue(function)) {
      return value;
    }
    return direct ? new Tainted(value) : new Guarded(value);
  }

  private static boolean isByValue(AggregateFunction function) {
    return function.arithmetic() == Type.Arithmetic.BY_VALUE;
  }

  /** A new row of the container for each row of the change. */
  private Relation rowByRow(Function<AggregateFunction, Expression> share) {
    List<Project.Item> items = new ArrayList<>();
    groups.keys().forEach(key -> items.add(Project.Item.of(key)));
    for (Accumulator accumulator : merge.accumulators()) {
      items.add(new Project.Item(raw(accumulator), share.apply(accumulator.function())));
    }
    return asRows(new Project(new Weighed(delta, WEIGHT), items), GroupMerge::raw);
  }

  /** A new row of the container for each group of the change. */
  private Relation grouped() {
    return asRows(summed(), this::initial);
  }

  /** What each group of the change adds. */
  private Relation summed() {
    List<Aggregate.Call> calls = new ArrayList<>();
    for (Accumulator accumulator : merge.accumulators()) {
      AggregateFunction function = accumulator.function();
      Expression share = share(function);
      AggregateFunction call =
          accumulator.isExtreme()
              ? function.mapArguments(argument -> share)
              : AggregateFunction.sum(share, function.arithmetic());
      calls.add(new Aggregate.Call(raw(accumulator), call));
      if (accumulator.isExtreme() && mayLose()) {
        calls.add(
            new Aggregate.Call(
                gone(accumulator.stored()), function.mapArguments(GroupMerge::taken)));
      }
    }
    return new Aggregate(new Weighed(delta, WEIGHT), groups.keys(), calls);
  }

  private static Expression taken(Expression argument) {
    return Fragment.of("CASE WHEN {} < 0 THEN {} END", WEIGHT, argument);
  }

  /** Whether groups can lose rows. */
  private boolean mayLose() {
    return !isTotal() && !(change.insertsOnly() && Shape.isLinear(groups.input()));
  }

  /** What one row of the change adds to an accumulator. */
  private Expression share(AggregateFunction function) {
    return switch (function.kind()) {
      case COUNT_ROWS -> WEIGHT;
      case COUNT ->
          Fragment.of("CASE WHEN {} IS NULL THEN 0 ELSE {} END", function.argument(), WEIGHT);
      case SUM -> Fragment.of("{} * {}", WEIGHT, guardedShare(function));
      default -> Fragment.of("CASE WHEN {} > 0 THEN {} END", WEIGHT, function.argument());
    };
  }

  /** What one row adds more to an accumulator after an update than before. */
  private Expression gained(AggregateFunction function) {
    return function.kind() == Kind.COUNT_ROWS ? Fragment.text("0") : new Gained(share(function));
  }

  /** The rows as the container has them, each column under the name of what is proposed for it. */
  private Relation asRows(Relation shares, Function<Accumulator, Expression> initial) {
    Map<Column, Expression> values = new HashMap<>();
    for (int i = 0; i < kept.identity().size(); i++) {
      values.put(kept.identity().get(i), groups.keys().get(i));
    }
    merge.accumulators().forEach(a -> values.put(a.stored(), initial.apply(a)));
    merge
        .derived()
        .forEach(item -> values.put(item.column(), item.value().mapColumns(values::get)));
    List<Project.Item> items = new ArrayList<>();
    for (Column column : kept.columns()) {
      items.add(new Project.Item(proposed(column), values.get(column)));
    }
    shares.columns().stream()
        .filter(column -> column.name().startsWith(GONE))
        .forEach(column -> items.add(Project.Item.of(column)));
    return new Project(shares, items);
  }

  /** An accumulator of a group that is new, where a sum of no value is to be NULL. */
  private Expression initial(Accumulator accumulator) {
    Column share = raw(accumulator);
    if (isTotal() || accumulator.count().isEmpty() || !mayBeOfNone(accumulator)) {
      return share;
    }
    Column count = raw(accumulator.count().get());
    return Fragment.of("CASE WHEN {} = 0 AND {} = 0 THEN NULL ELSE {} END", count, share, share);
  }

  private static Column raw(Accumulator accumulator) {
    return raw(accumulator.stored());
  }

  private static Column raw(Column stored) {
    return stored.named("raw$" + stored.name());
  }

  private static Column gone(Column stored) {
    return stored.named(GONE + stored.name());
  }

  private static Column proposed(Column column) {
    return column.named(PROPOSED + column.name());
  }
}
