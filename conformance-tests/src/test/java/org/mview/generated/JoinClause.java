package org.mview.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes up how one more source is joined. */
final class JoinClause {
  private final Chance chance;
  private final Contents contents;
  private final List<ColumnModel> left;
  private final List<ColumnModel> right;

  /**
   * A clause that may mention these columns.
   *
   * @param left of all that is joined already
   * @param right of what is to be joined
   */
  JoinClause(Chance chance, Contents contents, List<ColumnModel> left, List<ColumnModel> right) {
    this.chance = chance;
    this.contents = contents;
    this.left = left;
    this.right = right;
  }

  String inner(String text) {
    contents.has(Feature.INNER_JOIN);
    return "JOIN %s ON %s".formatted(text, equality());
  }

  String any(String text) {
    return switch (chance.between(0, 11)) {
      case 0 -> {
        contents.has(Feature.CROSS_JOIN);
        yield chance.one("CROSS JOIN ", ", ") + text;
      }
      case 1 -> {
        contents.has(Feature.NON_EQUI_JOIN);
        yield "JOIN %s ON %s".formatted(text, inequality());
      }
      case 2, 3 -> using(text);
      case 4 -> {
        contents.has(Feature.NATURAL_JOIN);
        yield chance.percent(30) ? outer("NATURAL LEFT JOIN ") + text : "NATURAL JOIN " + text;
      }
      case 5, 6 -> outer("LEFT JOIN ") + text + " ON " + condition();
      case 7, 8 -> outer("RIGHT JOIN ") + text + " ON " + condition();
      case 9, 10 -> outer("FULL JOIN ") + text + " ON " + condition();
      default -> inner(text);
    };
  }

  private String outer(String join) {
    if (contents.includes(Feature.LEFT_JOIN)
        || contents.includes(Feature.RIGHT_JOIN)
        || contents.includes(Feature.FULL_JOIN)) {
      contents.has(Feature.CHAINED_OUTER_JOINS);
    }
    contents.has(
        join.startsWith("RIGHT")
            ? Feature.RIGHT_JOIN
            : join.startsWith("FULL") ? Feature.FULL_JOIN : Feature.LEFT_JOIN);
    return join;
  }

  private String using(String text) {
    for (ColumnModel column : chance.some(right.size(), right)) {
      Optional<ColumnModel> other =
          left.stream().filter(c -> last(c).equals(last(column))).findAny();
      if (other.isPresent()) {
        contents.has(Feature.JOIN_USING);
        String join = chance.one("JOIN ", "JOIN ", "LEFT JOIN ");
        return (join.equals("JOIN ") ? join : outer(join)) + text + " USING (" + last(column) + ")";
      }
    }
    return inner(text);
  }

  /** A column's own name; that of its table has no dot in it. */
  private static String last(ColumnModel column) {
    return column.name().substring(column.name().indexOf('.') + 1);
  }

  /** What may stand behind ON of an outer join, which is not the same as behind WHERE. */
  private String condition() {
    if (chance.percent(60)) {
      return equality();
    }
    contents.has(Feature.OUTER_JOIN_ON_ANYTHING);
    List<ColumnModel> all = new ArrayList<>(left);
    all.addAll(right);
    String more = new RandomExpressions(chance, chance.one(left, right, all)).condition();
    return switch (chance.between(0, 3)) {
      case 0 -> more;
      case 1 -> inequality();
      default -> equality() + " AND " + more;
    };
  }

  private String inequality() {
    ColumnModel mine = chance.one(left);
    ColumnModel its = chance.one(right);
    return "%s %s %s".formatted(mine.name(), chance.one("<", "<=", ">", "<>"), its.name())
        + (chance.percent(50) ? " AND " + equality() : "");
  }

  private String equality() {
    List<String> equal = new ArrayList<>();
    for (ColumnModel mine : chance.some(4, left)) {
      right.stream()
          .filter(its -> its.domain() == mine.domain() || numbers(mine, its))
          .findAny()
          .ifPresent(its -> equal.add(mine.name() + " = " + its.name()));
    }
    if (equal.isEmpty()) {
      equal.add("%s = %s".formatted(chance.one(left).name(), chance.one(right).name()));
    }
    return String.join(" AND ", equal.subList(0, Math.min(equal.size(), chance.between(1, 2))));
  }

  static boolean numbers(ColumnModel left, ColumnModel right) {
    return left.domain().isNumber() && right.domain().isNumber();
  }
}
