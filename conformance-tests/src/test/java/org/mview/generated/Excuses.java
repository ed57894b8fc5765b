package org.mview.generated;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What errors of a database mean: those for which nobody is to blame.
 *
 * @param busy another connection stood in the way
 * @param overflow the values themselves are to blame, such as a sum with no room for it
 * @param uncounted whether a database that fires triggers tells another number of changed rows of
 *     this statement than one that fires none
 * @param ofValues numbers of errors about values, of which a database that fires triggers may tell
 *     another one first
 */
record Excuses(
    Predicate<SQLException> busy,
    Predicate<SQLException> overflow,
    Predicate<Step> uncounted,
    Set<Integer> ofValues) {
  /** Where triggers change nothing. */
  Excuses(Predicate<SQLException> busy, Predicate<SQLException> overflow) {
    this(busy, overflow, step -> false, Set.of());
  }

  boolean isBusy(SQLException error) {
    return is(busy, error);
  }

  boolean isOverflow(SQLException error) {
    return is(overflow, error);
  }

  private static boolean is(Predicate<SQLException> excuse, SQLException error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql && excuse.test(sql)) {
        return true;
      }
    }
    return false;
  }
}
