package org.mview.cli.verify;

import java.math.BigDecimal;
import org.mview.cli.output.Cell;

/** Approximate numbers that were added in another order differ in their last digits. */
final class LastDigits {
  /** Relative; a double has 15 to 17 digits, and a sum of many loses some. */
  private static final double TOLERANCE = 1e-9;

  private LastDigits() {}

  /** Whether two values are numbers, one at least with a fraction, that differ in nothing else. */
  static boolean areAllThatDiffers(Cell one, Cell other) {
    if (one.kind() != Cell.Kind.NUMBER || other.kind() != Cell.Kind.NUMBER) {
      return false;
    }
    BigDecimal left = new BigDecimal(one.text());
    BigDecimal right = new BigDecimal(other.text());
    double size = (left.abs().doubleValue() + right.abs().doubleValue()) / 2;
    return (hasFraction(left) || hasFraction(right))
        && left.subtract(right).abs().doubleValue() <= TOLERANCE * size;
  }

  private static boolean hasFraction(BigDecimal number) {
    return number.stripTrailingZeros().scale() > 0;
  }
}
