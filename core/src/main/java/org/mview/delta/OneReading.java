package org.mview.delta;

import java.util.ArrayList;
import java.util.List;
import org.mview.algebra.Changes;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Stored;
import org.mview.algebra.UnionAll;

/**
 * A plan, arranged so that its masters and their logs are read by one statement.
 *
 * <p>Where others write at the same time, every statement sees the database at another moment. A
 * change that one statement finds in a master, and its log only shows to the next refresh, would be
 * counted twice. So all that is read is put away first, and what is written afterwards reads the
 * container and what was put away.
 *
 * <pre>
 *   before: DELETE all
 *   reading: keep keys, keep the groups of those keys, merge into the container
 *   after: delete among the kept keys, insert the kept groups
 * </pre>
 *
 * @param before steps that read nothing and come before the reading
 * @param reading steps of one statement; each may read what an earlier one keeps
 * @param after steps that read no master and no log
 */
public record OneReading(List<Step> before, List<Step> reading, List<Step> after) {
  private static final String ROWS = "rows";

  public OneReading {
    before = List.copyOf(before);
    reading = List.copyOf(reading);
    after = List.copyOf(after);
  }

  /** Arranges the steps of a plan. */
  public static OneReading of(List<Step> steps) {
    return of(steps, true);
  }

  /** The same where the statement that reads cannot write into the container. */
  public static OneReading apart(List<Step> steps) {
    return of(steps, false);
  }

  private static OneReading of(List<Step> steps, boolean writes) {
    Arrangement arrangement = new Arrangement(writes);
    steps.forEach(arrangement::add);
    return new OneReading(arrangement.before, arrangement.reading, arrangement.after);
  }

  private static final class Arrangement {
    private final List<Step> before = new ArrayList<>();
    private final List<Step> reading = new ArrayList<>();
    private final List<Step> after = new ArrayList<>();
    private final boolean writes;

    Arrangement(boolean writes) {
      this.writes = writes;
    }

    void add(Step step) {
      if (step instanceof Step.Keep) {
        reading.add(step);
      } else if (step instanceof Step.DeleteAll && reading.isEmpty()) {
        before.add(step);
      } else if (!reads(step.rows())) {
        after.add(step);
      } else if (writes && after.isEmpty() && adds(step)) {
        reading.add(step);
      } else {
        after.add(put(step));
      }
    }

    /**
     * What adds rows to the container can read them at once, if nothing is to be written before.
     */
    private boolean adds(Step step) {
      boolean alone = reading.stream().allMatch(other -> other instanceof Step.Keep);
      return alone && (step instanceof Step.Insert || step instanceof Step.Merge);
    }

    private Step put(Step step) {
      Stored rows = new Stored(ROWS + (reading.size() + 1), step.rows().columns(), false);
      reading.add(new Step.Keep(rows, step.rows()));
      if (step instanceof Step.DeleteAmong delete) {
        return new Step.DeleteAmong(rows, delete.by(), delete.on(), delete.conditions());
      } else if (step instanceof Step.Merge merge) {
        return new Step.Merge(rows, merge.key(), merge.updates());
      }
      return new Step.Insert(rows);
    }
  }

  /**
   * Whether what comes after the reading does nothing if the reading has kept no rows: then nobody
   * has to wait for what the reading answers.
   */
  public boolean isIdleWithoutRows() {
    return after.stream()
        .allMatch(
            step ->
                !(step instanceof Step.DeleteAll)
                    && UnionAll.isNothing(Nothing.dropped(withoutKept(step.rows()))));
  }

  private static Relation withoutKept(Relation rows) {
    return rows instanceof Stored stored && !stored.name().equals(Step.CONTAINER)
        ? UnionAll.nothing(rows.columns())
        : rows.mapInputs(OneReading::withoutKept);
  }

  /** Whether rows come from a master or a log. */
  static boolean reads(Relation rows) {
    return rows instanceof Scan
        || rows instanceof Changes
        || rows.inputs().stream().anyMatch(OneReading::reads);
  }
}
