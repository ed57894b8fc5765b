package org.mview.dialect;

import java.util.Set;

/**
 * What is known of a database's functions.
 *
 * @param aggregates names of aggregate functions, in lower case
 * @param volatiles names of functions and words that give another value at another time, in lower
 *     case
 */
public record Functions(Set<String> aggregates, Set<String> volatiles) {
  public Functions {
    aggregates = Set.copyOf(aggregates);
    volatiles = Set.copyOf(volatiles);
  }
}
