package org.mview.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Copies;
import org.mview.algebra.Net;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Stored;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/** A kept query and a kind of change → the steps that bring the container up to date. */
public final class Planner {
  private static final String KEYS = "keys";
  private static final String CHANGES = "changes";

  /**
   * A statement that reads a table more often takes longer to be understood than to be run; SQLite
   * takes no more than 500 parts of a union.
   */
  static final int MOST_LEAVES = 500;

  /**
   * Of four changed tables of a join there are fifteen sets. A chain of five is understood in less
   * time than their sets, and run in no more; of fewer it makes no difference.
   */
  static final int MOST_TERMS = 15;

  private Planner() {}

  /** The steps of a complete refresh. */
  public static RefreshPlan complete(Kept kept) {
    return RefreshPlan.of(new Step.DeleteAll(), new Step.Insert(kept.content()));
  }

  /**
   * The steps of a fast refresh: by a chain where many tables of a join have changed, otherwise by
   * one term for each set of them; of a complete one where that would say too much.
   */
  public static RefreshPlan fast(Kept kept, Change change) {
    Relation rows = kept.way() instanceof Way.Groups groups ? groups.input() : kept.content();
    long terms = Shape.terms(rows, change.masters());
    Optional<Chain> chain =
        terms > MOST_TERMS ? Chain.of(rows, change.masters()) : Optional.empty();
    return chain
        .map(by -> chained(kept, change, by))
        .or(() -> terms > MOST_LEAVES ? Optional.empty() : Optional.of(bySets(kept, rows, change)))
        .filter(plan -> !isTooLong(plan))
        .orElseGet(() -> complete(kept));
  }

  private static RefreshPlan bySets(Kept kept, Relation rows, Change change) {
    return stepByStep(kept, change, DeltaRules.changes(rows, change.masters()));
  }

  private static RefreshPlan chained(Kept kept, Change change, Chain chain) {
    RefreshPlan plan = stepByStep(kept, change, chain.change());
    return new RefreshPlan(
        behind(chain, plan),
        plan.otherwise().map(other -> new RefreshPlan(behind(chain, other), Optional.empty())));
  }

  private static List<Step> behind(Chain chain, RefreshPlan plan) {
    List<Step> steps = new ArrayList<>(chain.links());
    steps.addAll(plan.steps());
    return steps;
  }

  private static boolean isTooLong(RefreshPlan plan) {
    return plan.steps().stream().anyMatch(step -> Shape.leaves(step.rows()) > MOST_LEAVES)
        || plan.otherwise().filter(Planner::isTooLong).isPresent();
  }

  private static RefreshPlan stepByStep(Kept kept, Change change, Relation derived) {
    Relation delta = optimized(derived);
    if (kept.way() instanceof Way.Groups groups) {
      return groups(kept, groups, change, delta);
    }
    if (isNeverNegative(kept.content(), change)) {
      return RefreshPlan.of(new Step.Insert(delta));
    }
    Stored changes = new Stored(CHANGES, kept.columns(), true);
    Step keep = new Step.Keep(changes, new Net(delta));
    return kept.way() instanceof Way.Rows
        ? rows(kept, keep, changes)
        : RefreshPlan.of(
            keep, new Step.DeleteCopies(changes), new Step.Insert(new Copies(changes)));
  }

  /**
   * How the rows of a master are merged as they change, if they can be: into groups of the rows of
   * this one table, or of a join of which it is the {@linkplain Fact fact}, by functions that add
   * up.
   */
  public static Optional<DirectMerge> direct(Kept kept, QualifiedName master) {
    return merging(kept, master, false).flatMap(merge -> merge.direct(master));
  }

  /**
   * How the rows of a master that one statement has changed are merged, if they can be: into groups
   * of the rows of this one table, by functions of exact values that add up.
   */
  public static Optional<SetMerge> ofSets(Kept kept, QualifiedName master) {
    return merging(kept, master, true).flatMap(GroupMerge::ofSets);
  }

  /** The same, row by row. */
  public static Optional<DirectMerge> ofRows(Kept kept, QualifiedName master) {
    return merging(kept, master, false).flatMap(merge -> merge.ofRows(master));
  }

  /**
   * How rows are merged beside their change, of which nothing is put away.
   *
   * @param grouped whether many at once are, no group twice
   */
  private static Optional<GroupMerge> merging(Kept kept, QualifiedName master, boolean grouped) {
    if (!(kept.way() instanceof Way.Groups groups)
        || !Fact.of(groups.input()).equals(Optional.of(master))) {
      return Optional.empty();
    }
    Change change = new Change(Set.of(master), false, false, grouped);
    Relation delta = optimized(DeltaRules.changes(groups.input(), change.masters()));
    return groups.merge().map(merge -> GroupMerge.beside(kept, groups, merge, change, delta));
  }

  /** Why {@link #direct} answers with nothing; empty where it does not. */
  public static Optional<Reason> againstDirect(Kept kept, QualifiedName master) {
    return AgainstMerging.of(kept, master, false);
  }

  /** Why {@link #ofRows} and {@link #ofSets} answer with nothing; empty where they do not. */
  public static Optional<Reason> againstExact(Kept kept, QualifiedName master) {
    return AgainstMerging.of(kept, master, true);
  }

  /**
   * The groups with sums that are not exact, among those into which rows are {@linkplain #direct
   * merged as they change}; empty where all always are.
   */
  public static Optional<Relation> tainted(Kept kept) {
    return kept.way() instanceof Way.Groups groups
        ? groups.merge().flatMap(merge -> GroupMerge.tainted(kept, merge))
        : Optional.empty();
  }

  /** The steps that read those groups again. */
  public static RefreshPlan rereadTainted(Kept kept) {
    return kept.identity().isEmpty()
        ? complete(kept)
        : new RefreshPlan(
            reread(kept, Project.keep(tainted(kept).orElseThrow(), kept.identity())),
            Optional.empty());
  }

  /** Relations as they are to be lowered: unions outside, restrictions at the masters. */
  static Relation optimized(Relation relation) {
    return Nothing.dropped(PushRestrictions.in(Distribute.over(Nothing.dropped(relation))));
  }

  private static RefreshPlan rows(Kept kept, Step keep, Stored changes) {
    Relation gone = AffectedKeys.named(Signed.removed(changes), kept.identity());
    return RefreshPlan.of(
        keep,
        new Step.DeleteAmong(gone, gone.columns(), kept.identity(), List.of()),
        new Step.Insert(Signed.added(changes)));
  }

  /**
   * A constraint of the user is to see the final state of a group only, while a row that is
   * proposed to be merged holds the change of it: such groups are read again.
   */
  private static RefreshPlan groups(Kept kept, Way.Groups groups, Change change, Relation delta) {
    RefreshPlan reread = reread(kept, groups, delta);
    return groups
        .merge()
        .filter(
            merge ->
                groups.keys().isEmpty()
                    ? canUpdate(merge, groups.input(), change)
                    : !change.constrained())
        .map(merge -> new GroupMerge(kept, groups, merge, change, delta).plan())
        .map(plan -> isGuarded(groups) ? new RefreshPlan(plan.steps(), Optional.of(reread)) : plan)
        .orElse(reread);
  }

  /**
   * Reads the touched groups again: right for every function.
   *
   * <pre>
   *   keys of the change → container: delete those groups, insert them as the masters have them now
   * </pre>
   */
  private static RefreshPlan reread(Kept kept, Way.Groups groups, Relation delta) {
    return groups.keys().isEmpty()
        ? complete(kept)
        : new RefreshPlan(
            reread(kept, optimized(AffectedKeys.of(delta, groups.keys()))), Optional.empty());
  }

  /** The steps that read groups again. */
  static List<Step> reread(Kept kept, Relation affected) {
    Stored keys = new Stored(KEYS, affected.columns(), false);
    Relation now = PushRestrictions.in(new Restrict(kept.content(), kept.identity(), keys));
    return List.of(
        new Step.Keep(keys, affected),
        new Step.DeleteAmong(keys, keys.columns(), kept.identity(), List.of()),
        new Step.Insert(now));
  }

  /** Whether the only row there is can take up a change: an extreme that goes leaves no other. */
  private static boolean canUpdate(Way.Merge merge, Relation input, Change change) {
    boolean extremes = merge.accumulators().stream().anyMatch(Way.Accumulator::isExtreme);
    return !extremes || (change.insertsOnly() && Shape.isLinear(input));
  }

  /** How a change of the only row is merged into it, whatever the change and the values are. */
  static Optional<Way.Merge> mergeable(Way.Groups total) {
    return total
        .merge()
        .filter(merge -> merge.accumulators().stream().noneMatch(Way.Accumulator::isExtreme))
        .filter(merge -> !isGuarded(total));
  }

  private static boolean isGuarded(Way.Groups groups) {
    return groups.merge().stream()
        .flatMap(merge -> merge.accumulators().stream())
        .anyMatch(a -> a.function().arithmetic() == Type.Arithmetic.BY_VALUE);
  }

  /** Whether no term of the change takes rows off, not even those counted twice. */
  private static boolean isNeverNegative(Relation content, Change change) {
    return change.insertsOnly()
        && Shape.isLinear(content)
        && Shape.factors(content, change.masters()) == 1;
  }
}
