package org.mview.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Measurement;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.paired.Target;
import org.mview.benchmarks.paired.Variant;

/** What came out of one comparison, as a section with a table. */
public final class ComparisonTable {
  private static final String HEADING =
      """
      ### %s: %s

      | way | time | ratio | middle half | ratio on the wall | target | |
      |---|---:|---:|---|---:|---|---|
      """;

  private ComparisonTable() {}

  /** The section, in Markdown. */
  public static String of(Comparison comparison, List<Round> rounds) {
    List<Variant> variants = comparison.variants();
    Measurement first = Measurement.of(rounds, 0);
    return HEADING.formatted(comparison.name(), comparison.operation())
        + IntStream.range(0, variants.size())
            .mapToObj(i -> row(variants.get(i), Measurement.of(rounds, i), first))
            .collect(Collectors.joining())
        + "\n%d rounds\n".formatted(rounds.size());
  }

  private static String row(Variant variant, Measurement way, Measurement first) {
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            variant.name(),
            Figures.time(way.cpu().median()),
            Figures.ratio(way.ratio().median()),
            way.ratio().low() == way.ratio().high() ? "" : Figures.middle(way.ratio()),
            Figures.ratio(way.wallRatio().median()),
            Figures.target(variant.target()),
            verdict(variant.target(), way, first));
  }

  static String verdict(Target target, Measurement way, Measurement first) {
    if (target instanceof Target.None) {
      return "";
    }
    return target.isReached(way, first) ? "reached" : "**missed**";
  }
}
