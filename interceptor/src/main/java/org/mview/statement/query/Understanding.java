package org.mview.statement.query;

import java.util.List;
import java.util.Optional;
import org.mview.algebra.Relation;
import org.mview.delta.Reason;

/** What is known of a defining query: all of it, or why it can only be run as it is. */
public sealed interface Understanding {

  /**
   * The whole query as algebra.
   *
   * @param names of the columns; empty for an expression without a name
   */
  record Clear(Relation relation, List<Optional<String>> names) implements Understanding {
    public Clear {
      names = List.copyOf(names);
    }
  }

  /** A query that the database may well run, but whose change we cannot derive. */
  record Unclear(List<Reason> reasons) implements Understanding {
    public Unclear {
      reasons = List.copyOf(reasons);
    }
  }
}
