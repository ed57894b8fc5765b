package org.mview.benchmarks.paired;

import java.util.List;

/** What came out for one way of a comparison. */
public record Measurement(Spread wall, Spread cpu, Spread wallRatio, Spread cpuRatio) {
  /** The measurement of the way at this place. */
  public static Measurement of(List<Round> rounds, int variant) {
    return new Measurement(
        Spread.of(rounds.stream().map(r -> r.slices().get(variant).wall()).toList()),
        Spread.of(rounds.stream().map(r -> r.slices().get(variant).cpu()).toList()),
        Spread.of(rounds.stream().map(r -> r.wallRatio(variant)).toList()),
        Spread.of(rounds.stream().map(r -> r.cpuRatio(variant)).toList()));
  }
}
