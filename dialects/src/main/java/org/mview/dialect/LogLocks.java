package org.mview.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How a database with many writers locks the logs of which something is pending. */
@FunctionalInterface
public interface LogLocks {
  /**
   * Logs, and views without logs, that are locked together.
   *
   * @param ids in ascending order
   * @param pending conditions: something is, if one of them holds
   * @param constrained whether a refresh may fail the commit, because a view has constraints
   */
  record Group(Collection<Long> ids, List<String> pending, boolean constrained) {
    public Group {
      ids = List.copyOf(ids);
      pending = List.copyOf(pending);
    }
  }

  /**
   * The statement that locks the rows of the registry in the order of their ids. Its first row says
   * whether each statement of the transaction sees what others have committed before it, and the
   * number of the registry; there is one more for each that is locked, with its id. If it does not
   * see it, nothing is locked but what can be refreshed nevertheless.
   *
   * @param number a query for the number of the registry
   */
  String text(List<Group> groups, String number);

  /**
   * The statement that locks rows of a table of the registry, where SELECT … FOR UPDATE does not;
   * empty where it does.
   */
  default Optional<String> claim(String table, Collection<Long> ids) {
    return Optional.empty();
  }

  /** Whether {@link #text} only finds what is pending, so that it is claimed afterwards. */
  default boolean onlyFinds() {
    return false;
  }
}
