package org.mview.generated;

import java.util.List;

/** Makes up calls of window functions whose values do not depend on the order of equal rows. */
final class RandomWindows {
  private final Chance chance;
  private final Idiom idiom;
  private final Contents contents;
  private final RandomExpressions expressions;
  private final List<String> key;

  /**
   * Calls over the columns of a FROM clause.
   *
   * @param key what makes an order total; none where nothing does
   */
  RandomWindows(
      Chance chance,
      Idiom idiom,
      Contents contents,
      RandomExpressions expressions,
      List<String> key) {
    this.chance = chance;
    this.idiom = idiom;
    this.contents = contents;
    this.expressions = expressions;
    this.key = key;
  }

  Item item(String alias) {
    contents.has(Feature.WINDOW);
    ColumnModel n = expressions.number();
    ColumnModel x = expressions.column();
    return switch (chance.between(0, key.isEmpty() ? 5 : 9)) {
      case 0 ->
          of(
              "COUNT(*) OVER (" + partition() + ")",
              idiom.domains().whole(),
              Sameness.IDENTICAL,
              alias);
      case 1 ->
          of(
              "SUM(%s) OVER (%s)".formatted(n.name(), partition()),
              idiom.domains().whole(),
              Sameness.SUM,
              alias);
      case 2 ->
          of(
              "%s() OVER (%s)".formatted(chance.one("RANK", "DENSE_RANK"), ordered("")),
              idiom.domains().whole(),
              Sameness.IDENTICAL,
              alias);
      case 3 ->
          of(
              "SUM(%s) OVER (%s)".formatted(n.name(), ordered("")),
              idiom.domains().whole(),
              Sameness.SUM,
              alias);
      case 4 ->
          of(
              "%s(%s) OVER (%s)"
                  .formatted(chance.one(x.domain().extremes()), x.name(), partition()),
              x.domain(),
              x.ofGroup(),
              alias);
      case 5 ->
          of(
              "COUNT(%s) OVER (%s)".formatted(x.name(), ordered("")),
              idiom.domains().whole(),
              Sameness.IDENTICAL,
              alias);
      case 6 ->
          of(
              "ROW_NUMBER() OVER (" + total() + ")",
              idiom.domains().whole(),
              Sameness.IDENTICAL,
              alias);
      case 7 ->
          of(
              "%s(%s) OVER (%s)"
                  .formatted(chance.one("LAG", "LEAD", "FIRST_VALUE"), x.name(), total()),
              x.domain(),
              Sameness.IDENTICAL,
              alias);
      case 8 ->
          of("NTILE(3) OVER (" + total() + ")", idiom.domains().whole(), Sameness.IDENTICAL, alias);
      default ->
          of(
              "SUM(%s) OVER (%s ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)"
                  .formatted(n.name(), total()),
              idiom.domains().whole(),
              Sameness.SUM,
              alias);
    };
  }

  /** A number for each row of its group, in a total order. */
  Item place(String alias) {
    return of(
        "ROW_NUMBER() OVER (" + total() + ")", idiom.domains().whole(), Sameness.IDENTICAL, alias);
  }

  private String partition() {
    if (chance.percent(15)) {
      contents.has(Feature.WINDOW_WITHOUT_PARTITION);
      return "";
    }
    ColumnModel first = expressions.column();
    ColumnModel second = expressions.column();
    return "PARTITION BY " + first.name() + (chance.percent(20) ? ", " + second.name() : "");
  }

  private String total() {
    return ordered(String.join(", ", key));
  }

  private String ordered(String behind) {
    contents.has(Feature.RUNNING_WINDOW);
    String by =
        expressions.column().name()
            + contents.direction(chance.one("", " DESC", " ASC", " DESC NULLS LAST"), idiom);
    return "%s ORDER BY %s%s"
        .formatted(partition(), by, behind.isEmpty() ? "" : ", " + behind)
        .strip();
  }

  private static Item of(String call, Domain domain, Sameness sameness, String alias) {
    return new Item(call, ColumnModel.of(alias, domain), sameness);
  }
}
