package org.mview.generated;

import java.util.List;

/** Makes up calls of aggregate functions. */
final class RandomAggregates {
  private final Chance chance;
  private final Idiom idiom;
  private final RandomExpressions expressions;
  private final boolean big;

  /**
   * Calls over values of rows.
   *
   * @param big whether values may have 19 digits, whose squares mean nothing
   */
  RandomAggregates(Chance chance, Idiom idiom, RandomExpressions expressions, boolean big) {
    this.chance = chance;
    this.idiom = idiom;
    this.expressions = expressions;
    this.big = big;
  }

  /** What is always kept by changes. */
  Item item(String alias) {
    ColumnModel value = chance.percent(70) ? expressions.number() : expressions.value();
    return chance
        .one(big ? idiom.phrases().tame() : idiom.phrases().aggregates())
        .of(expressions, value, alias);
  }

  /** Anything that an aggregate may be. */
  Item any(String alias, Contents contents) {
    List<ColumnModel> exact = exactOnes();
    String x = (idiom.domains().typed() ? expressions.number() : expressions.column()).name();
    ColumnModel e =
        exact.isEmpty() ? ColumnModel.exact("1", idiom.domains().whole()) : chance.one(exact);
    switch (chance.between(0, 8)) {
      case 0 -> {
        contents.has(Feature.AGGREGATE_OF_DISTINCT);
        String call = chance.one(idiom.phrases().distinctCalls());
        return of(
            "%s(DISTINCT %s)".formatted(call, e.name()),
            idiom.domains().whole(),
            Sameness.SUM,
            alias);
      }
      case 1 -> {
        String condition = expressions.condition();
        return idiom.lacks().contains(Feature.AGGREGATE_FILTER)
            ? of(
                "COUNT(DISTINCT CASE WHEN %s THEN %s END)".formatted(condition, x),
                idiom.domains().whole(),
                Sameness.SUM,
                alias)
            : filtered(x, condition, alias, contents);
      }
      case 2 -> {
        contents.has(Feature.EXPRESSION_OVER_AGGREGATES);
        String text =
            chance.one(
                "MAX(%1$s) - MIN(%1$s)",
                "SUM(%1$s) * 1.0 / COUNT(*)",
                "CASE WHEN COUNT(*) > 2 THEN 'many' ELSE 'few' END",
                "COUNT(*) - COUNT(%1$s)");
        return of(text.formatted(e.name()), idiom.domains().whole(), Sameness.SUM, alias);
      }
      case 3 -> {
        contents.has(Feature.GROUP_CONCAT);
        String list = idiom.phrases().list().formatted(e.name());
        return of(list, idiom.domains().text(), Sameness.IDENTICAL, alias);
      }
      default -> {
        return item(alias);
      }
    }
  }

  private Item filtered(String x, String condition, String alias, Contents contents) {
    contents.has(Feature.AGGREGATE_FILTER);
    String plain =
        chance.one("COUNT(*)", "COUNT(DISTINCT %s)".formatted(x), "SUM(%s)".formatted(x));
    String filter = " FILTER (WHERE %s)".formatted(condition);
    return of(plain + filter, idiom.domains().whole(), Sameness.SUM, alias);
  }

  /** Those of which sums can be made where columns have types. */
  private List<ColumnModel> exactOnes() {
    return expressions.exact().stream()
        .filter(c -> !idiom.domains().typed() || c.domain().isNumber())
        .toList();
  }

  /** A call whose value comes out the same whenever it is computed. */
  Item exact(String alias) {
    List<ColumnModel> exact = expressions.exact();
    String x = expressions.column().name();
    String sum = "SUM(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(expressions.condition());
    int kind = chance.between(0, exact.isEmpty() ? 3 : 5);
    if (kind > 3) {
      ColumnModel e = chance.one(exact);
      String call = "%s(%s)".formatted(chance.one(e.domain().extremes()), e.name());
      return new Item(call, ColumnModel.exact(alias, e.domain()), Sameness.IDENTICAL);
    }
    String call =
        List.of("COUNT(*)", "COUNT(%s)".formatted(x), "COUNT(DISTINCT %s)".formatted(x), sum)
            .get(kind);
    return new Item(call, ColumnModel.exact(alias, idiom.domains().whole()), Sameness.IDENTICAL);
  }

  private static Item of(String call, Domain domain, Sameness sameness, String alias) {
    return Phrases.item(call, domain, sameness, alias);
  }
}
