package org.mview.delta;

import java.util.Set;
import org.mview.sql.QualifiedName;

/**
 * What kind of change a refresh has to deal with; plans are made once for each kind.
 *
 * @param masters the masters that have changed, at least one
 * @param insertsOnly whether rows have only been added
 * @param constrained whether the container has constraints of the user, which only its final state
 *     must fulfil
 * @param grouped whether a statement must not change a row of the container twice
 */
public record Change(
    Set<QualifiedName> masters, boolean insertsOnly, boolean constrained, boolean grouped) {
  public Change {
    masters = Set.copyOf(masters);
  }
}
