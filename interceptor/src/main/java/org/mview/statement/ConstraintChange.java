package org.mview.statement;

import java.util.List;
import java.util.Optional;

/** What becomes of a constraint. */
public sealed interface ConstraintChange {
  /** A new one; without a name, one is made up. */
  record Add(Optional<Name> name, ConstraintRule rule, ConstraintState state)
      implements ConstraintChange {}

  /** One less. */
  record Drop(Target target, boolean cascade) implements ConstraintChange {}

  /** One that is switched on or off, or trusted or not. */
  record Modify(Target target, ConstraintState state) implements ConstraintChange {}

  /** Which one it is. */
  sealed interface Target {
    /** The one of this name. */
    record Named(Name name) implements Target {}

    /** The table's primary key. */
    record PrimaryKey() implements Target {}

    /** The unique constraint over these columns. */
    record Unique(List<Name> columns) implements Target {
      public Unique {
        columns = List.copyOf(columns);
      }
    }
  }
}
