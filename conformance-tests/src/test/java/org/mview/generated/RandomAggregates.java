package org.mview.generated;

import java.util.List;

/** Makes up calls of aggregate functions. */
final class RandomAggregates {
  private final Chance chance;
  private final RandomExpressions expressions;
  private final boolean big;

  /**
   * Calls over values of rows.
   *
   * @param big whether values may have 19 digits, whose squares mean nothing
   */
  RandomAggregates(Chance chance, RandomExpressions expressions, boolean big) {
    this.chance = chance;
    this.expressions = expressions;
    this.big = big;
  }

  /** What is always kept by changes. */
  Item item(String alias) {
    ColumnModel n = chance.percent(70) ? expressions.number() : expressions.value();
    String x = n.name();
    return switch (chance.between(0, big ? 9 : 12)) {
      case 0, 1 -> of("COUNT(*)", Domain.WHOLE, Sameness.IDENTICAL, alias);
      case 2 -> of("COUNT(%s)".formatted(x), Domain.WHOLE, Sameness.IDENTICAL, alias);
      case 3 -> of("SUM(%s)".formatted(x), Domain.WHOLE, Sameness.SUM, alias);
      case 4 -> of("AVG(%s)".formatted(x), Domain.REAL, Sameness.SUM, alias);
      case 5 -> of("MIN(%s)".formatted(x), n.domain(), n.ofGroup(), alias);
      case 6 -> of("MAX(%s)".formatted(x), n.domain(), n.ofGroup(), alias);
      case 7 -> of("COUNT(DISTINCT %s)".formatted(x), Domain.WHOLE, Sameness.IDENTICAL, alias);
      case 8 ->
          of(
              "SUM(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(expressions.condition()),
              Domain.WHOLE,
              Sameness.SUM,
              alias);
      case 9 -> of("COALESCE(SUM(%s), 0) + 1".formatted(x), Domain.WHOLE, Sameness.SUM, alias);
      case 10 -> of("VARIANCE(%s)".formatted(x), Domain.REAL, Sameness.SUM, alias);
      case 11 -> of("STDEV(%s)".formatted(x), Domain.REAL, Sameness.SUM, alias);
      default -> of("TOTAL(%s)".formatted(x), Domain.REAL, Sameness.SUM, alias);
    };
  }

  /** Anything that an aggregate may be. */
  Item any(String alias, Contents contents) {
    List<ColumnModel> exact = expressions.exact();
    String x = expressions.column().name();
    ColumnModel e = exact.isEmpty() ? ColumnModel.exact("1", Domain.WHOLE) : chance.one(exact);
    switch (chance.between(0, 8)) {
      case 0 -> {
        contents.has(Feature.AGGREGATE_OF_DISTINCT);
        String call = chance.one("SUM", "AVG", "COUNT", "MIN", "TOTAL");
        return of("%s(DISTINCT %s)".formatted(call, e.name()), Domain.WHOLE, Sameness.SUM, alias);
      }
      case 1 -> {
        contents.has(Feature.AGGREGATE_FILTER);
        Item plain =
            of(
                chance.one("COUNT(*)", "COUNT(DISTINCT %s)".formatted(x), "SUM(%s)".formatted(x)),
                Domain.WHOLE,
                Sameness.SUM,
                alias);
        String filter = " FILTER (WHERE %s)".formatted(expressions.condition());
        return of(plain.expression() + filter, Domain.WHOLE, Sameness.SUM, alias);
      }
      case 2 -> {
        contents.has(Feature.EXPRESSION_OVER_AGGREGATES);
        String text =
            chance.one(
                "MAX(%1$s) - MIN(%1$s)",
                "SUM(%1$s) * 1.0 / COUNT(*)",
                "CASE WHEN COUNT(*) > 2 THEN 'many' ELSE 'few' END",
                "COUNT(*) - COUNT(%1$s)");
        return of(text.formatted(e.name()), Domain.WHOLE, Sameness.SUM, alias);
      }
      case 3 -> {
        contents.has(Feature.GROUP_CONCAT);
        String list = "GROUP_CONCAT(%1$s, ',' ORDER BY %1$s)".formatted(e.name());
        return of(list, Domain.TEXT, Sameness.IDENTICAL, alias);
      }
      default -> {
        return item(alias);
      }
    }
  }

  /** A call whose value comes out the same whenever it is computed. */
  Item exact(String alias) {
    List<ColumnModel> exact = expressions.exact();
    String x = expressions.column().name();
    String sum = "SUM(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(expressions.condition());
    int kind = chance.between(0, exact.isEmpty() ? 3 : 5);
    if (kind > 3) {
      ColumnModel e = chance.one(exact);
      String call = "%s(%s)".formatted(chance.one("MIN", "MAX"), e.name());
      return new Item(call, ColumnModel.exact(alias, e.domain()), Sameness.IDENTICAL);
    }
    String call =
        List.of("COUNT(*)", "COUNT(%s)".formatted(x), "COUNT(DISTINCT %s)".formatted(x), sum)
            .get(kind);
    return new Item(call, ColumnModel.exact(alias, Domain.WHOLE), Sameness.IDENTICAL);
  }

  private static Item of(String call, Domain domain, Sameness sameness, String alias) {
    return new Item(call, ColumnModel.of(alias, domain), sameness);
  }
}
