package org.mview.generated;

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

  Item item(String alias) {
    ColumnModel n = chance.percent(70) ? expressions.number() : expressions.value();
    String x = n.name();
    return switch (chance.between(0, big ? 9 : 12)) {
      case 0, 1 -> of("COUNT(*)", Domain.WHOLE, Sameness.IDENTICAL, alias);
      case 2 -> of("COUNT(%s)".formatted(x), Domain.WHOLE, Sameness.IDENTICAL, alias);
      case 3 -> of("SUM(%s)".formatted(x), Domain.WHOLE, Sameness.SUM, alias);
      case 4 -> of("AVG(%s)".formatted(x), Domain.REAL, Sameness.SUM, alias);
      case 5 -> of("MIN(%s)".formatted(x), n.domain(), equal(n), alias);
      case 6 -> of("MAX(%s)".formatted(x), n.domain(), equal(n), alias);
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

  private static Sameness equal(ColumnModel column) {
    return column.ignoresCase() ? Sameness.EQUAL_IGNORING_CASE : Sameness.EQUAL;
  }

  private static Item of(String call, Domain domain, Sameness sameness, String alias) {
    return new Item(call, new ColumnModel(alias, domain, false, false, false), sameness);
  }
}
