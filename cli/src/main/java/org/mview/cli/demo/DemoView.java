package org.mview.cli.demo;

import java.util.List;

/**
 * A materialized view of the demonstration.
 *
 * @param kind what it shows, in a few words
 * @param mode when it is refreshed
 * @param masters the tables that it reads
 * @param exact columns that hold copies, counts, and least and greatest values: compared as they
 *     are. They tell the rows apart
 * @param approximate columns that hold sums and averages of approximate numbers: the order of
 *     adding changes their last digits
 * @param query the defining query
 */
record DemoView(
    String name,
    String kind,
    Mode mode,
    List<String> masters,
    List<String> exact,
    List<String> approximate,
    String query) {
  /** When a view is refreshed. */
  enum Mode {
    ON_DEMAND("ON DEMAND"),
    ON_COMMIT("ON COMMIT");

    private final String clause;

    Mode(String clause) {
      this.clause = clause;
    }
  }

  /** The statement that creates it. */
  String create() {
    return "CREATE MATERIALIZED VIEW %s REFRESH FAST %s AS\n%s".formatted(name, mode.clause, query);
  }
}
