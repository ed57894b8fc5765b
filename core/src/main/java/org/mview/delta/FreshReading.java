package org.mview.delta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mview.algebra.Changes;
import org.mview.algebra.Copies;
import org.mview.algebra.Join;
import org.mview.algebra.Net;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Stored;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Weighed;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/**
 * Reads a container with what is pending, and changes nothing.
 *
 * <pre>
 *   groups   container without the groups that the change touches + those groups, read again
 *   rows     container without the rows that vanish + the rows that appear
 *   bag      container without rows like those of the change + as many as are left of them, and new
 *   total    container with the change merged into it, or, where it cannot be, all
 *   all      container if nothing is pending, else the query
 * </pre>
 *
 * <p>Unlike the steps of a refresh, this holds whatever has changed, and if nothing has: the query
 * is made before anybody looks into the logs, and is right at the moment at which it is run.
 */
public final class FreshReading {
  private static final Column PENDING = new Column("pending$", Type.COUNT);

  private final Kept kept;
  private final Map<QualifiedName, List<Scan>> masters = new LinkedHashMap<>();
  private final Stored container;

  private FreshReading(Kept kept) {
    this.kept = kept;
    this.container = new Stored(Step.CONTAINER, kept.columns(), false);
    collect(kept.content());
  }

  private void collect(Relation relation) {
    if (relation instanceof Scan scan) {
      masters.computeIfAbsent(scan.table().name(), name -> new ArrayList<>()).add(scan);
    }
    relation.inputs().forEach(this::collect);
  }

  /**
   * The rows of a container as they would be.
   *
   * @param most so many tables are read to find out what has changed, at most; with more, all rows
   *     are read
   */
  public static FreshRows of(Kept kept, int most) {
    FreshReading reading = new FreshReading(kept);
    Relation rows = kept.way() instanceof Way.Groups groups ? groups.input() : kept.content();
    int limit = Math.min(most, Planner.MOST_LEAVES);
    if (Shape.terms(rows, reading.changed()) > limit) {
      return reading.all();
    }
    FreshRows fresh = reading.rows();
    return leaves(fresh) > limit ? reading.all() : fresh;
  }

  private static int leaves(FreshRows fresh) {
    List<Relation> all = new ArrayList<>(List.of(fresh.staying(), fresh.going(), fresh.coming()));
    fresh.kept().forEach(keep -> all.add(keep.rows()));
    return all.stream().mapToInt(Shape::leaves).sum();
  }

  private Set<QualifiedName> changed() {
    return masters.keySet();
  }

  private Relation changes(Relation of) {
    return Planner.optimized(DeltaRules.changes(of, changed()));
  }

  private FreshRows rows() {
    if (kept.way() instanceof Way.Groups groups) {
      return groups.keys().isEmpty() ? total(groups) : groups(groups);
    }
    Stored changes = new Stored("changes", kept.columns(), true);
    Step.Keep keep = new Step.Keep(changes, new Net(changes(kept.content())));
    return kept.way() instanceof Way.Rows ? rows(keep, changes) : bag(keep, changes);
  }

  private FreshRows groups(Way.Groups groups) {
    Relation affected = Planner.optimized(AffectedKeys.of(changes(groups.input()), groups.keys()));
    Stored keys = new Stored("keys", affected.columns(), false);
    Relation again = PushRestrictions.in(new Restrict(kept.content(), kept.identity(), keys));
    LikeRows like = new LikeRows(kept, kept.identity(), keys.columns());
    return new FreshRows(
        List.of(new Step.Keep(keys, affected)),
        like.others(container, keys),
        like.found(container, keys),
        again,
        FreshRows.Manner.TOUCHED);
  }

  private FreshRows rows(Step.Keep keep, Stored changes) {
    Relation gone = AffectedKeys.named(Signed.removed(changes), kept.identity());
    LikeRows like = new LikeRows(kept, kept.identity(), gone.columns());
    return new FreshRows(
        List.of(keep),
        like.others(container, gone),
        like.found(container, gone),
        Signed.added(changes),
        FreshRows.Manner.TOUCHED);
  }

  /** Values that are equal and not the same are told apart by the netting, not before. */
  private FreshRows bag(Step.Keep keep, Stored changes) {
    Relation touched = AffectedKeys.named(new Weighed(changes, Signed.WEIGHT), kept.columns());
    LikeRows like = new LikeRows(kept, kept.columns(), touched.columns());
    Relation going = like.those(container, touched);
    return new FreshRows(
        List.of(keep),
        like.others(container, touched),
        going,
        new Copies(new Net(UnionAll.of(going, changes))),
        FreshRows.Manner.TOUCHED);
  }

  private FreshRows total(Way.Groups groups) {
    return Planner.mergeable(groups).map(merge -> merged(groups, merge)).orElseGet(this::all);
  }

  private FreshRows all() {
    return new FreshRows(
        List.of(),
        ifPending(container, false),
        ifPending(container, true),
        ifPending(kept.content(), true),
        FreshRows.Manner.ALL);
  }

  /** The only row there is takes up the change. */
  private FreshRows merged(Way.Groups groups, Way.Merge merge) {
    Change change = new Change(changed(), false, false, false);
    Step.Merge step =
        (Step.Merge)
            new GroupMerge(kept, groups, merge, change, changes(groups.input()))
                .plan()
                .steps()
                .get(0);
    Map<Column, Expression> after = new HashMap<>();
    step.updates().forEach(item -> after.put(item.column(), item.value()));
    List<Project.Item> items =
        kept.columns().stream()
            .map(column -> new Project.Item(column, after.getOrDefault(column, column)))
            .toList();
    return new FreshRows(
        List.of(),
        UnionAll.nothing(kept.columns()),
        container,
        new Project(new Join(container, step.rows(), List.of()), items),
        FreshRows.Manner.ADDED);
  }

  /** The rows of a relation if something is pending, or if nothing is. */
  private Relation ifPending(Relation rows, boolean pending) {
    List<Relation> logs =
        masters.values().stream().map(FreshReading::read).map(FreshReading::pendingOf).toList();
    return new SemiJoin(rows, UnionAll.of(logs), List.of(), !pending);
  }

  /** All that is read of a master, once. */
  private static Scan read(List<Scan> scans) {
    List<Column> columns = new ArrayList<>();
    List<Identifier> sources = new ArrayList<>();
    for (Scan scan : scans) {
      for (Identifier source : scan.sources()) {
        if (!sources.contains(source)) {
          sources.add(source);
          columns.add(scan.column(source));
        }
      }
    }
    return new Scan(scans.get(0).table(), columns, sources);
  }

  private static Relation pendingOf(Scan master) {
    return new Project(
        new Weighed(new Changes(master), Signed.WEIGHT),
        List.of(new Project.Item(PENDING, Fragment.text("1"))));
  }
}
