package org.mview.conformance.scenario;

import java.util.List;
import java.util.Set;

/**
 * What one file tells of one feature.
 *
 * @param file its name, for messages
 * @param databases the names of the dialects for which it is written; empty for all
 */
record Scenario(String file, Set<String> databases, List<Step> steps) {
  Scenario {
    databases = Set.copyOf(databases);
    steps = List.copyOf(steps);
  }

  /** Whether it is written for databases of this dialect. */
  boolean isFor(String dialect) {
    return databases.isEmpty() || databases.contains(dialect);
  }
}
