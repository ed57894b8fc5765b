package org.mview.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.mview.benchmarks.commit.OnCommit;
import org.mview.benchmarks.cost.Curves;
import org.mview.benchmarks.dictionary.ManyViews;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.plan.Plans;
import org.mview.benchmarks.refresh.Growth;
import org.mview.benchmarks.refresh.Refreshes;
import org.mview.benchmarks.refresh.Sweep;
import org.mview.benchmarks.server.OnPostgres;
import org.mview.benchmarks.server.Writers;
import org.mview.benchmarks.start.Start;
import org.mview.benchmarks.statement.PassThrough;

/** All comparisons there are. */
final class Comparisons {
  private Comparisons() {}

  /** Those that are measured unless others are named: all that have been promised. */
  static List<Comparison> usual() {
    return Stream.of(
            PassThrough.comparisons(),
            OnCommit.comparisons(),
            Start.comparisons(),
            Plans.comparisons(),
            Refreshes.comparisons(),
            Growth.comparisons())
        .flatMap(List::stream)
        .toList();
  }

  /** Those that take long, or want a server. */
  static List<Comparison> lasting() {
    return Stream.of(
            ManyViews.comparisons(),
            Sweep.comparisons(),
            Curves.comparisons(),
            OnPostgres.comparisons(),
            Writers.comparisons())
        .flatMap(List::stream)
        .toList();
  }

  /** All of them, in the order in which they are shown. */
  static List<Comparison> all() {
    return Stream.of(usual(), lasting()).flatMap(List::stream).toList();
  }

  /**
   * The one of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Comparison named(String name) {
    return all().stream()
        .filter(comparison -> comparison.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no comparison " + name));
  }
}
