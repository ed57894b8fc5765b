package org.mview.cli.verify;

import java.util.ArrayList;
import java.util.List;
import org.mview.cli.output.Cell;

/**
 * What a view and its query do not have in common: how much it is, and the first of it.
 *
 * @param columns of the view
 * @param copies how many copies of rows are missing, or too many
 * @param first the first differences
 * @param complete whether these are all
 */
record Differences(List<String> columns, long copies, List<Difference> first, boolean complete) {
  Differences {
    columns = List.copyOf(columns);
    first = List.copyOf(first);
  }

  boolean isNone() {
    return copies == 0;
  }

  /**
   * Whether each row that is too many has another in its place that is missing, and the two differ
   * in the last digits of approximate numbers and in nothing else.
   */
  boolean isInLastDigitsOnly() {
    List<Difference> missing = new ArrayList<>(first);
    missing.removeIf(Difference::isTooMany);
    for (Difference tooMany : first) {
      if (tooMany.isTooMany() && !removeLike(tooMany, missing)) {
        return false;
      }
    }
    return complete && missing.isEmpty();
  }

  private static boolean removeLike(Difference tooMany, List<Difference> missing) {
    for (int i = 0; i < missing.size(); i++) {
      if (missing.get(i).copies() == -tooMany.copies() && isLike(tooMany, missing.get(i))) {
        missing.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean isLike(Difference one, Difference other) {
    for (int i = 0; i < one.row().size(); i++) {
      if (!isLike(one.row().get(i), other.row().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLike(Cell one, Cell other) {
    return one.equals(other) || LastDigits.areAllThatDiffers(one, other);
  }
}
