package org.mview.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes up how one more source is joined. */
final class JoinClause {
  /** The joins that every database knows; what stands here more than once happens more often. */
  static final List<Phrases.Join> EVERYWHERE =
      List.of(
          JoinClause::cross,
          JoinClause::byInequality,
          JoinClause::using,
          JoinClause::using,
          JoinClause::natural,
          JoinClause::left,
          JoinClause::left,
          JoinClause::right,
          JoinClause::right,
          JoinClause::full,
          JoinClause::full,
          JoinClause::inner);

  private final Chance chance;
  private final Idiom idiom;
  private final Contents contents;
  private final List<ColumnModel> left;
  private final List<ColumnModel> right;

  /**
   * A clause that may mention these columns.
   *
   * @param left of all that is joined already
   * @param right of what is to be joined
   */
  JoinClause(
      Chance chance,
      Idiom idiom,
      Contents contents,
      List<ColumnModel> left,
      List<ColumnModel> right) {
    this.chance = chance;
    this.idiom = idiom;
    this.contents = contents;
    this.left = left;
    this.right = right;
  }

  String inner(String text) {
    contents.has(Feature.INNER_JOIN);
    return "JOIN %s ON %s".formatted(text, equality());
  }

  String any(String text) {
    return chance.one(idiom.phrases().joins()).of(this, text);
  }

  String cross(String text) {
    contents.has(Feature.CROSS_JOIN);
    return chance.one("CROSS JOIN ", ", ") + text;
  }

  String byInequality(String text) {
    contents.has(Feature.NON_EQUI_JOIN);
    return "JOIN %s ON %s".formatted(text, inequality());
  }

  /** By columns that are called alike; where they cannot be compared, as the others. */
  String natural(String text) {
    if (!right.stream().allMatch(its -> left.stream().allMatch(mine -> meetByName(mine, its)))) {
      return left(text);
    }
    contents.has(Feature.NATURAL_JOIN);
    return chance.percent(30) ? outer("NATURAL LEFT JOIN ") + text : "NATURAL JOIN " + text;
  }

  String left(String text) {
    return outer("LEFT JOIN ") + text + " ON " + condition();
  }

  String right(String text) {
    return outer("RIGHT JOIN ") + text + " ON " + condition();
  }

  String full(String text) {
    return outer("FULL JOIN ") + text + " ON " + condition();
  }

  /** A query of what is to be joined, over each row that is there already. */
  String lateral(String text) {
    contents.has(Feature.LATERAL_JOIN);
    String[] parts = text.split(" AS (?=[a-z0-9]+$)");
    String where = chance.percent(80) ? equality() : inequality();
    return "%s LATERAL (SELECT %s.* FROM %s WHERE %s) AS %s ON TRUE"
        .formatted(chance.one("JOIN", "LEFT JOIN"), parts[1], text, where, parts[1]);
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

  String using(String text) {
    for (ColumnModel column : chance.some(right.size(), right)) {
      Optional<ColumnModel> other =
          left.stream().filter(c -> last(c).equals(last(column))).findAny();
      if (other.filter(c -> meetByName(c, column)).isPresent()) {
        contents.has(Feature.JOIN_USING);
        String join = chance.one("JOIN ", "JOIN ", "LEFT JOIN ");
        return (join.equals("JOIN ") ? join : outer(join)) + text + " USING (" + last(column) + ")";
      }
    }
    return inner(text);
  }

  private boolean meetByName(ColumnModel mine, ColumnModel its) {
    return !last(mine).equalsIgnoreCase(last(its))
        || idiom.domains().canMeet(mine.domain(), its.domain());
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
    String more = new RandomExpressions(chance, idiom, chance.one(left, right, all)).condition();
    return switch (chance.between(0, 3)) {
      case 0 -> more;
      case 1 -> inequality();
      default -> equality() + " AND " + more;
    };
  }

  private String inequality() {
    ColumnModel mine = chance.one(left);
    ColumnModel its = chance.one(right);
    if (!idiom.domains().areLike(mine.domain(), its.domain())) {
      return equality();
    }
    return "%s %s %s".formatted(mine.name(), chance.one("<", "<=", ">", "<>"), its.name())
        + (chance.percent(50) ? " AND " + equality() : "");
  }

  /** A text that ignores case is not compared with what may be a text that does not. */
  private boolean canBeEqual(ColumnModel mine, ColumnModel its) {
    return idiom.domains().areLike(mine.domain(), its.domain())
        && mine.ignoresCase() == its.ignoresCase();
  }

  private String equality() {
    List<String> equal = new ArrayList<>();
    for (ColumnModel mine : chance.some(4, left)) {
      right.stream()
          .filter(its -> its.domain().meets(mine.domain()))
          .findAny()
          .ifPresent(its -> equal.add(mine.name() + " = " + its.name()));
    }
    if (equal.isEmpty()) {
      ColumnModel mine = chance.one(left);
      ColumnModel its = chance.one(right);
      equal.add(
          canBeEqual(mine, its)
              ? "%s = %s".formatted(mine.name(), its.name())
              : "(%s IS NULL) = (%s IS NULL)".formatted(mine.name(), its.name()));
    }
    return String.join(" AND ", equal.subList(0, Math.min(equal.size(), chance.between(1, 2))));
  }
}
