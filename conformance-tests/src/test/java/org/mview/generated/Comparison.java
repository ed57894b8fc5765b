package org.mview.generated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares the rows of a view with those of its query, as bags. */
final class Comparison {
  /** Rounding errors of sums of a few hundred numbers below a thousand, or of 19 digits. */
  private static final double SMALL = 1e-6;

  private static final double OF_BIG = 1e6;

  private final List<Sameness> sameness;
  private final double tolerance;
  private final boolean scales;
  private final UnaryOperator<String> folded;

  /**
   * A comparison of rows.
   *
   * @param big whether there are numbers of 19 digits
   * @param scales whether 1.0 is not 1.00
   * @param folded what is the same of texts of which case is ignored
   */
  Comparison(List<Sameness> sameness, boolean big, boolean scales, UnaryOperator<String> folded) {
    this.folded = folded;
    this.sameness = sameness;
    this.scales = scales;
    this.tolerance = big ? OF_BIG : SMALL;
  }

  /** What is different, if anything. */
  Optional<String> difference(
      List<List<@Nullable Object>> held, List<List<@Nullable Object>> expected) {
    Map<List<Object>, List<List<@Nullable Object>>> left = byExact(held);
    Map<List<Object>, List<List<@Nullable Object>>> right = byExact(expected);
    boolean same =
        left.keySet().equals(right.keySet())
            && left.keySet().stream().allMatch(k -> near(left.get(k), right.get(k)));
    return same
        ? Optional.empty()
        : Optional.of("\n  holds    %s\n  expected %s".formatted(sorted(held), sorted(expected)));
  }

  private static List<String> sorted(List<List<@Nullable Object>> rows) {
    return rows.stream().map(Comparison::shown).sorted().toList();
  }

  private static String shown(List<@Nullable Object> row) {
    List<String> values = new ArrayList<>();
    row.forEach(v -> values.add(v instanceof String text ? "'" + text + "'" : String.valueOf(v)));
    return values.toString();
  }

  /** The rows by what of them must be exact. */
  private Map<List<Object>, List<List<@Nullable Object>>> byExact(
      List<List<@Nullable Object>> rows) {
    Map<List<Object>, List<List<@Nullable Object>>> all = new HashMap<>();
    for (List<@Nullable Object> row : rows) {
      List<Object> exact = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        exact.add(exact(row.get(i), sameness.get(i)));
      }
      all.computeIfAbsent(exact, k -> new ArrayList<>()).add(row);
    }
    return all;
  }

  private Object exact(@Nullable Object value, Sameness sameness) {
    if (value == null) {
      return "NULL";
    }
    return switch (sameness) {
      case IDENTICAL -> identical(value);
      case EQUAL -> equal(value);
      case EQUAL_IGNORING_CASE -> equal(value instanceof String text ? folded.apply(text) : value);
      case SUM -> value instanceof Double ? "REAL" : equal(value);
    };
  }

  private Object identical(Object value) {
    if (value instanceof String text) {
      return "'" + text;
    }
    return value instanceof BigDecimal && !scales ? equal(value) : unsigned(value);
  }

  /** SQLite stores −0.0 as 0: only an expression that is not stored has the sign. */
  private static Object unsigned(Object value) {
    return value instanceof Double number && number == 0 ? (Object) 0.0 : value;
  }

  /** One value for all that SQL takes for equal. */
  private static Object equal(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    boolean whole =
        value instanceof Double number
            && number == Math.rint(number)
            && Math.abs(number) < 1L << 53;
    return whole ? (Object) ((Double) value).longValue() : value;
  }

  private boolean near(List<List<@Nullable Object>> held, List<List<@Nullable Object>> expected) {
    if (held.size() != expected.size()) {
      return false;
    }
    List<double[]> left = sums(held);
    List<double[]> right = sums(expected);
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < left.get(i).length; j++) {
        if (!isNear(left.get(i)[j], right.get(i)[j])) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isNear(double a, double b) {
    double size = Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    return Double.compare(a, b) == 0
        || a == b
        || Math.abs(a - b) <= Math.max(tolerance, SMALL * size);
  }

  /** The approximate values of rows that are otherwise the same, in an order of their own. */
  private List<double[]> sums(List<List<@Nullable Object>> rows) {
    List<double[]> sums = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<Double> ofRow = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        if (sameness.get(i) == Sameness.SUM && row.get(i) instanceof Double number) {
          ofRow.add(number);
        }
      }
      sums.add(ofRow.stream().mapToDouble(Double::doubleValue).toArray());
    }
    sums.sort(Comparator.comparing(java.util.Arrays::toString));
    return sums;
  }
}
