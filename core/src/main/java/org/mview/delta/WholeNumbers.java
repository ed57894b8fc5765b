package org.mview.delta;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mview.algebra.AggregateFunction;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type.Arithmetic;

/**
 * Whether what is summed up is exact, whatever the rows hold: made of exact columns and whole
 * numbers alone, by operators of which it was found that they keep values exact.
 */
final class WholeNumbers {
  private static final Set<String> OF_CASES = Set.of("CASE", "WHEN", "THEN", "ELSE", "END");

  private WholeNumbers() {}

  static boolean areSummed(AggregateFunction function) {
    return switch (function.arithmetic()) {
      case EXACT -> true;
      case BY_VALUE -> isWhole(function.argument());
      case APPROXIMATE -> false;
    };
  }

  private static boolean isWhole(Expression value) {
    if (value instanceof Column column) {
      return column.type().arithmetic() == Arithmetic.EXACT;
    }
    return value instanceof Fragment fragment
        && fragment.pieces().stream().allMatch(piece -> piece.indexOf('\'') < 0)
        && fragment.parts().stream().allMatch(part -> isCondition(part) || isWhole(part));
  }

  /** What is true or false is no number, and no part of one. */
  private static boolean isCondition(Expression value) {
    return value instanceof Fragment fragment
        && fragment.isCondition()
        && fragment.pieces().stream()
            .flatMap(piece -> List.of(piece.toUpperCase(Locale.ROOT).split("[\\s(),]+")).stream())
            .noneMatch(OF_CASES::contains);
  }
}
