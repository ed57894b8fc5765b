package org.mview.conformance.scenario;

import java.util.List;
import java.util.Set;

/**
 * One sentence about the feature, and what shows that it is true.
 *
 * @param line where it begins, from 1
 * @param databases the names of the dialects for which it is written; empty for all
 * @param refusal whether it shows that what its sentence asks for is refused
 */
record Step(
    String sentence, int line, Set<String> databases, boolean refusal, List<Action> actions) {
  Step {
    databases = Set.copyOf(databases);
    actions = List.copyOf(actions);
  }

  /** Whether it is written for databases of this dialect. */
  boolean isFor(String dialect) {
    return databases.isEmpty() || databases.contains(dialect);
  }
}
