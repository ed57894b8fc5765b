package org.mview.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Measurement;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.paired.Target;
import org.mview.benchmarks.paired.Variant;

/** All targets of a run, and which are reached. */
public final class TargetTable {
  private static final String HEADING =
      """
      ## Targets

      %d of %d reached, by time of the processor.

      | comparison | way | target | measured | |
      |---|---|---|---:|---|
      %s""";

  private final List<String> rows = new ArrayList<>();
  private int reached;

  /** A table that is empty. */
  public TargetTable() {}

  /** Adds the ways of a comparison that have a target. */
  public void add(Comparison comparison, List<Round> rounds) {
    Measurement first = Measurement.of(rounds, 0);
    for (int i = 0; i < comparison.variants().size(); i++) {
      Variant variant = comparison.variants().get(i);
      if (!(variant.target() instanceof Target.None)) {
        add(comparison, variant, Measurement.of(rounds, i), first);
      }
    }
  }

  private void add(Comparison comparison, Variant variant, Measurement way, Measurement first) {
    Target target = variant.target();
    reached += target.isReached(way, first) ? 1 : 0;
    rows.add(
        "| %s | %s | %s | %s | %s |\n"
            .formatted(
                comparison.name(),
                variant.name(),
                Figures.target(target),
                Figures.outcome(target, way, first),
                ComparisonTable.verdict(target, way, first)));
  }

  /** The section, in Markdown. */
  public String text() {
    return HEADING.formatted(reached, rows.size(), String.join("", rows));
  }
}
