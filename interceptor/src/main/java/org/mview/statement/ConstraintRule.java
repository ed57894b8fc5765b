package org.mview.statement;

import java.util.List;
import java.util.Optional;

/** What a constraint demands of the rows. */
public sealed interface ConstraintRule {
  /**
   * A condition that no row makes false.
   *
   * @param condition without the parentheses around it
   */
  record Check(SourceText condition) implements ConstraintRule {}

  /** No two rows are the same in these columns. */
  record Unique(List<Name> columns) implements ConstraintRule {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /** The same, and no column is NULL. */
  record PrimaryKey(List<Name> columns) implements ConstraintRule {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A row of another table has the same values.
   *
   * @param referenced columns of the other table; empty for its primary key
   */
  record ForeignKey(
      List<Name> columns, QualifiedName table, List<Name> referenced, Optional<OnDelete> onDelete)
      implements ConstraintRule {
    public ForeignKey {
      columns = List.copyOf(columns);
      referenced = List.copyOf(referenced);
    }
  }

  /**
   * A column that is not NULL, or that may be NULL again.
   *
   * @param nullable whether it may be
   */
  record Nullability(Name column, boolean nullable) implements ConstraintRule {}

  /** What becomes of a row when the row that it refers to is deleted. */
  enum OnDelete {
    CASCADE,
    SET_NULL
  }
}
