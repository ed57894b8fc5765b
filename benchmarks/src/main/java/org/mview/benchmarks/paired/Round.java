package org.mview.benchmarks.paired;

import java.util.List;

/**
 * One slice of each way, taken shortly after each other.
 *
 * @param slices in the order of the comparison's ways, whatever the order in which they were taken
 */
public record Round(List<Slice> slices) {
  /** A round of at least one slice. */
  public Round {
    slices = List.copyOf(slices);
  }

  /** How many times as long as the first way this one took, on the wall. */
  double wallRatio(int variant) {
    return slices.get(variant).wall() / slices.get(0).wall();
  }

  /** The same, by time of the processor. */
  double cpuRatio(int variant) {
    return slices.get(variant).cpu() / slices.get(0).cpu();
  }
}
