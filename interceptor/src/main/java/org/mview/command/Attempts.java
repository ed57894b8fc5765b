package org.mview.command;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.View;
import org.mview.error.MViewException;

/** Which views of a call were refreshed, each in its own transaction, and which have failed. */
final class Attempts {
  private final Map<View, Optional<Exception>> all = new LinkedHashMap<>();

  /** Whether none is to be begun any more, whatever the call says of errors. */
  private boolean over;

  boolean has(View view) {
    return all.containsKey(view);
  }

  /**
   * A view has been refreshed.
   *
   * @param failure empty if that has succeeded
   */
  void add(View view, Optional<Exception> failure) {
    all.put(view, failure);
  }

  /** The call was cancelled: if that has hit a view, no other is begun. */
  void cancelled() {
    over = true;
  }

  /** Those that failed, in the order of the views. */
  List<Exception> failures() {
    return all.values().stream().flatMap(Optional::stream).toList();
  }

  /**
   * Fails if a view has, unless the others are to be refreshed all the same.
   *
   * @throws SQLException the failure of the first such view; those of others are suppressed in it
   */
  void check(boolean goOn) throws SQLException {
    if (over || !goOn) {
      throwFirst(failures());
    }
  }

  /** Fails with the first failure, if there is one. */
  static void throwFirst(List<Exception> failures) throws SQLException {
    if (failures.isEmpty()) {
      return;
    }
    Exception first = failures.get(0);
    failures.stream().skip(1).forEach(first::addSuppressed);
    if (first instanceof MViewException ours) {
      throw ours;
    } else if (first instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    throw (SQLException) first;
  }
}
