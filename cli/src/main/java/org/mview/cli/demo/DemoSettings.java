package org.mview.cli.demo;

/**
 * How much the demonstration does.
 *
 * @param scaleFactor of TPC-H; 0.01 is 87,000 rows
 * @param transactions how many, in all rounds together
 * @param seed of the stream of transactions
 */
public record DemoSettings(double scaleFactor, int transactions, long seed) {
  /** Below this some tables of TPC-H are too small to join. */
  public static final double SMALLEST_SCALE_FACTOR = 0.001;

  /** After each round come refreshes and comparisons; in the second half one view is on commit. */
  static final int ROUNDS = 10;

  public DemoSettings {
    if (!(scaleFactor >= SMALLEST_SCALE_FACTOR)) {
      throw new IllegalArgumentException(
          "the scale factor must be at least " + SMALLEST_SCALE_FACTOR);
    }
    if (transactions < ROUNDS) {
      throw new IllegalArgumentException("there must be at least " + ROUNDS + " transactions");
    }
  }

  /** The transactions of one round; the last rounds take what division left over. */
  int transactionsOf(int round) {
    int begun = (int) ((long) transactions * round / ROUNDS);
    return (int) ((long) transactions * (round + 1) / ROUNDS) - begun;
  }
}
