package org.mview.delta;

import java.util.List;
import java.util.Optional;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.AggregateFunction.Kind;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;

/** How a container follows its masters. */
public sealed interface Way {

  /**
   * One row for each group. Groups that a change touches are read again, or, where the functions
   * allow it, the change is merged into them.
   *
   * @param input what is grouped
   * @param keys the columns of the input by which it is grouped
   * @param merge how a change is merged, if it can be
   */
  record Groups(Relation input, List<Column> keys, Optional<Merge> merge) implements Way {
    public Groups {
      keys = List.copyOf(keys);
    }
  }

  /** Rows that differ in their identity: those that vanish are found by it. */
  record Rows() implements Way {}

  /** Rows that may be equal: as many copies vanish as the change says. */
  record Bag() implements Way {}

  /**
   * How a change of groups is merged into the container.
   *
   * @param accumulators what is kept of each group
   * @param derived the other columns, computed from what is kept
   * @param rows the column that counts the rows of a group; empty where the group never ends
   */
  record Merge(List<Accumulator> accumulators, List<Project.Item> derived, Optional<Column> rows) {
    public Merge {
      accumulators = List.copyOf(accumulators);
      derived = List.copyOf(derived);
    }
  }

  /**
   * One column of a container that adds up over the changes.
   *
   * @param stored the column
   * @param function what it holds of the group's rows
   * @param count for a sum, the column that counts its values: there is no sum of none
   */
  record Accumulator(Column stored, AggregateFunction function, Optional<Column> count) {
    /** Whether it is a smallest or a greatest value, which tells nothing of the next one. */
    boolean isExtreme() {
      return function.kind() == Kind.MIN || function.kind() == Kind.MAX;
    }
  }
}
