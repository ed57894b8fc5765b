package org.mview.cli.output;

import java.math.BigDecimal;

/** Numbers as text: without exponent as long as that stays readable. */
final class NumberText {
  /** From here on, a double no longer tells neighbouring whole numbers apart. */
  private static final double LARGE = 1e15;

  private static final double SMALL = 1e-6;

  /** A scale beyond this would write a number of one digit as a line of zeros. */
  private static final int LONGEST_SCALE = 60;

  private NumberText() {}

  static Cell cell(Number number) {
    if (number instanceof BigDecimal decimal) {
      return Cell.number(decimal(decimal));
    }
    if (number instanceof Double || number instanceof Float) {
      return approximate(number);
    }
    return Cell.number(number.toString());
  }

  private static String decimal(BigDecimal decimal) {
    return Math.abs(decimal.scale()) <= LONGEST_SCALE
        ? decimal.toPlainString()
        : decimal.toString();
  }

  /** NaN and the infinities are words, not numbers: JSON, for one, has no other way to say them. */
  private static Cell approximate(Number number) {
    double size = Math.abs(number.doubleValue());
    if (!Double.isFinite(size)) {
      return Cell.text(number.toString());
    }
    boolean plain = size == 0 || (size >= SMALL && size < LARGE);
    // By way of its text: a float has fewer digits than the double of the same value.
    return Cell.number(
        plain ? new BigDecimal(number.toString()).toPlainString() : number.toString());
  }
}
