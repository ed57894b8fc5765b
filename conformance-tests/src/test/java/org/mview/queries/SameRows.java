package org.mview.queries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows of a view with those of its query, as bags: types and values exactly, but for
 * rounding in the last digits of approximate numbers, whose sums depend on the order of the rows.
 */
final class SameRows {
  private static final double RELATIVE = 1e-9;

  private SameRows() {}

  /** What is different, if anything. */
  static Optional<String> difference(
      List<List<@Nullable Object>> held, List<List<@Nullable Object>> expected) {
    Map<List<Object>, List<double[]>> missing = new HashMap<>();
    expected.forEach(
        row -> missing.computeIfAbsent(exact(row), k -> new ArrayList<>()).add(approximate(row)));
    List<List<@Nullable Object>> surplus = new ArrayList<>();
    for (List<@Nullable Object> row : held) {
      double[] numbers = approximate(row);
      List<double[]> candidates = missing.getOrDefault(exact(row), new ArrayList<>());
      Optional<double[]> match = candidates.stream().filter(c -> isNear(c, numbers)).findFirst();
      match.ifPresentOrElse(candidates::remove, () -> surplus.add(row));
    }
    return surplus.isEmpty() && held.size() == expected.size()
        ? Optional.empty()
        : Optional.of("\n  holds    %s\n  expected %s".formatted(held, expected));
  }

  private static List<Object> exact(List<@Nullable Object> row) {
    List<Object> exact = new ArrayList<>();
    for (Object value : row) {
      exact.add(
          value == null
              ? "null"
              : value instanceof Double
                  ? Double.class
                  : value instanceof String text ? "'" + text : value);
    }
    return exact;
  }

  private static double[] approximate(List<@Nullable Object> row) {
    return row.stream().filter(Double.class::isInstance).mapToDouble(Double.class::cast).toArray();
  }

  private static boolean isNear(double[] left, double[] right) {
    for (int i = 0; i < left.length; i++) {
      double size = Math.max(Math.abs(left[i]), Math.abs(right[i]));
      if (left[i] != right[i] && Math.abs(left[i] - right[i]) > RELATIVE * size) {
        return false;
      }
    }
    return true;
  }
}
