package org.mview.benchmarks.paired;

import java.util.List;

/**
 * The middle of some figures, and how far apart they are.
 *
 * @param low a quarter of them is less
 * @param high a quarter of them is more
 */
public record Spread(double low, double median, double high) {
  /**
   * The spread of these.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  /** Between two figures, where none is at this share of them. */
  private static double at(List<Double> sorted, double share) {
    double place = (sorted.size() - 1) * share;
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    double part = place - below;
    return sorted.get(below) * (1 - part) + sorted.get(above) * part;
  }
}
