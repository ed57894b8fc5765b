package org.mview.conformance.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one file tells of one feature.
 *
 * @param file its name, for messages
 * @param databases the names of the dialects for which it is written; empty for all
 * @param again the properties of connections with which it is carried out once more each
 */
record Scenario(
    String file, Set<String> databases, List<Map<String, String>> again, List<Step> steps) {
  Scenario {
    databases = Set.copyOf(databases);
    again = List.copyOf(again);
    steps = List.copyOf(steps);
  }

  /** The properties of connections with which it is carried out: none, and those of each again. */
  List<Map<String, String>> ways() {
    return Stream.concat(Stream.of(Map.<String, String>of()), again.stream()).toList();
  }

  /** A way behind the name of a database; empty for the first. */
  static String said(Map<String, String> way) {
    return way.isEmpty() ? "" : " with " + way;
  }

  /** Whether it is written for databases of this dialect. */
  boolean isFor(String dialect) {
    return databases.isEmpty() || databases.contains(dialect);
  }
}
