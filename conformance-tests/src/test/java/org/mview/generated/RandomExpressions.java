package org.mview.generated;

import java.util.List;

/** Makes up expressions over columns. */
final class RandomExpressions {
  private final Chance chance;
  private final List<ColumnModel> columns;

  /** Expressions over columns whose names say of which table they are. */
  RandomExpressions(Chance chance, List<ColumnModel> columns) {
    this.chance = chance;
    this.columns = columns;
  }

  ColumnModel column() {
    return chance.one(columns);
  }

  /** The columns whose equal values are the same. */
  List<ColumnModel> exact() {
    return columns.stream().filter(ColumnModel::exact).toList();
  }

  /** A column of numbers, if there is one. */
  ColumnModel number() {
    List<ColumnModel> numbers = columns.stream().filter(c -> c.domain().isNumber()).toList();
    return numbers.isEmpty() ? column() : chance.one(numbers);
  }

  /** A value of a row: a column in most cases. */
  ColumnModel value() {
    return chance.percent(55) ? column() : computed();
  }

  private ColumnModel computed() {
    ColumnModel a = column();
    ColumnModel n = number();
    String x = a.name();
    return switch (chance.between(0, 11)) {
      case 0 -> result(n.name() + " + 1", Domain.WHOLE);
      case 1 -> result(n.name() + " * " + number().name(), Domain.WHOLE);
      case 2 -> result(n.name() + " - " + number().name(), Domain.WHOLE);
      case 3 -> result("COALESCE(%s, %s)".formatted(x, a.domain().literal(chance)), a.domain());
      case 4 ->
          result(
              "CASE WHEN %s THEN %s ELSE %s END"
                  .formatted(condition(), x, a.domain().literal(chance)),
              a.domain());
      case 5 -> result(x + " || '-'", Domain.TEXT);
      case 6 -> result("upper(%s)".formatted(x), Domain.TEXT);
      case 7 -> result("length(%s)".formatted(x), Domain.WHOLE);
      case 8 -> result("typeof(%s)".formatted(x), Domain.TEXT);
      case 9 -> // CAST keeps the collation
          new ColumnModel(
              "CAST(%s AS TEXT)".formatted(x), Domain.TEXT, false, false, a.ignoresCase(), false);
      case 10 -> result("(%s)".formatted(condition()), Domain.WHOLE);
      default ->
          result(
              "CASE %s WHEN %s THEN 'one' WHEN %s THEN 'two' END"
                  .formatted(x, a.domain().literal(chance), a.domain().literal(chance)),
              Domain.TEXT);
    };
  }

  private static ColumnModel result(String expression, Domain domain) {
    return ColumnModel.of(expression, domain);
  }

  /** What can be said of a row. */
  String condition() {
    ColumnModel a = column();
    String x = a.name();
    String literal = a.domain().literal(chance);
    return switch (chance.between(0, 9)) {
      case 0 -> x + " IS NULL";
      case 1 -> x + " IS NOT NULL";
      case 2 -> "%s > %s".formatted(x, literal);
      case 3 -> "%s <= %s".formatted(x, literal);
      case 4 -> "%s <> %s".formatted(x, literal);
      case 5 -> "%s IN (%s, %s)".formatted(x, literal, a.domain().literal(chance));
      case 6 -> "%s BETWEEN %s AND %s".formatted(x, literal, a.domain().literal(chance));
      case 7 -> "%s LIKE 'a%%'".formatted(x);
      case 8 -> "(%s = %s OR %s IS NULL)".formatted(x, literal, x);
      default -> "%s = %s".formatted(x, literal);
    };
  }
}
