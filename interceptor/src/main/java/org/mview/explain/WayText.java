package org.mview.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.AggregateFunction.Kind;
import org.mview.delta.Kept;
import org.mview.delta.Way;
import org.mview.sql.Column;
import org.mview.sql.Type;

/** The way in which a container follows its masters, in words. */
final class WayText {
  private WayText() {}

  static List<String> of(Kept kept) {
    if (kept.way() instanceof Way.Groups groups) {
      return groups(kept, groups);
    } else if (kept.way() instanceof Way.Rows) {
      return List.of("rows by identity: those that vanish are found by " + columns(kept));
    } else if (kept.way() instanceof Way.Bag) {
      return List.of(
          "bag: rows have no identity, so that as many copies vanish as the change says");
    }
    return List.of(words(kept.way()));
  }

  /** The name of a way as words, for one that is told apart by nothing else. */
  private static String words(Way way) {
    return way.getClass()
        .getSimpleName()
        .replaceAll("(?<=.)(?=\\p{Lu})", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static List<String> groups(Kept kept, Way.Groups groups) {
    String rows = groups.keys().isEmpty() ? "one row" : "groups by " + columns(kept);
    if (groups.merge().isEmpty()) {
      return List.of(rows + ", read again where a change touches them");
    }
    List<String> lines = new ArrayList<>();
    lines.add(rows + ", into which changes are merged");
    List<Way.Accumulator> accumulators = groups.merge().get().accumulators();
    if (accumulators.stream().map(Way.Accumulator::function).anyMatch(WayText::isExtreme)) {
      lines.add("a group that loses its MIN or MAX is read again");
    }
    if (accumulators.stream()
        .anyMatch(a -> a.function().arithmetic() == Type.Arithmetic.BY_VALUE)) {
      lines.add("the touched groups are read again when a value to be summed is not whole");
    }
    return lines;
  }

  private static boolean isExtreme(AggregateFunction function) {
    return function.kind() == Kind.MIN || function.kind() == Kind.MAX;
  }

  private static String columns(Kept kept) {
    return kept.identity().stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
