package org.mview.benchmarks.paired;

import java.util.List;

/**
 * What came out for one way of a comparison.
 *
 * @param wall nanoseconds an operation took on the wall
 * @param cpu nanoseconds for which it had a processor
 * @param wallRatio to the first way, round by round, by the time on the wall
 * @param ratio to the first way, round by round, by the time of the processor: others who use the
 *     machine lengthen the time on the wall of this slice and not of that one
 */
public record Measurement(Spread wall, Spread cpu, Spread wallRatio, Spread ratio) {
  /** The measurement of the way at this place. */
  public static Measurement of(List<Round> rounds, int variant) {
    return new Measurement(
        Spread.of(rounds.stream().map(r -> r.slices().get(variant).wall()).toList()),
        Spread.of(rounds.stream().map(r -> r.slices().get(variant).cpu()).toList()),
        Spread.of(rounds.stream().map(r -> r.wallRatio(variant)).toList()),
        Spread.of(rounds.stream().map(r -> r.cpuRatio(variant)).toList()));
  }
}
