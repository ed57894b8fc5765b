package org.mview.dimension;

import java.util.List;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** What a dimension says of the rows of a table, and rows may contradict. */
public sealed interface Claim {
  /** What kind of relationship it is; as it stands in DIMENSION_EXCEPTIONS. */
  enum Relationship {
    /** A member has one parent. */
    CHILD_OF,
    /** Each join key has its parent. */
    FOREIGN_KEY,
    /** A member has one value of an attribute. */
    DETERMINES,
    /** A level has no NULLs. */
    NOT_NULL;

    @Override
    public String toString() {
      return name().replace('_', ' ');
    }
  }

  /** The table whose rows may contradict. */
  QualifiedName table();

  /** What kind of relationship it is. */
  Relationship relationship();

  /**
   * Rows with the same member have the same values; NULL is a value of its own, but no member.
   *
   * @param member columns
   * @param values columns
   * @param unless rows with a NULL in one of these columns are left out
   * @param skipped of each level that is skipped its columns: only rows in which each of these
   *     levels has a NULL count
   */
  record OneValue(
      Relationship relationship,
      QualifiedName table,
      List<Identifier> member,
      List<Identifier> values,
      List<Identifier> unless,
      List<List<Identifier>> skipped)
      implements Claim {
    public OneValue {
      member = List.copyOf(member);
      values = List.copyOf(values);
      unless = List.copyOf(unless);
      skipped = skipped.stream().map(List::copyOf).toList();
    }
  }

  /** Each key without NULL is found in another table. */
  record HasParent(
      QualifiedName table, List<Identifier> key, QualifiedName parent, List<Identifier> found)
      implements Claim {
    public HasParent {
      key = List.copyOf(key);
      found = List.copyOf(found);
    }

    @Override
    public Relationship relationship() {
      return Relationship.FOREIGN_KEY;
    }
  }

  /** None of these columns is NULL. */
  record NeverNull(QualifiedName table, List<Identifier> columns) implements Claim {
    public NeverNull {
      columns = List.copyOf(columns);
    }

    @Override
    public Relationship relationship() {
      return Relationship.NOT_NULL;
    }
  }
}
