package org.mview.generated;

import java.util.List;

/** Makes up expressions over columns. */
final class RandomExpressions {
  private final Chance chance;
  private final Idiom idiom;
  private final List<ColumnModel> columns;

  /** Expressions over columns whose names say of which table they are. */
  RandomExpressions(Chance chance, Idiom idiom, List<ColumnModel> columns) {
    this.chance = chance;
    this.idiom = idiom;
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
    if (numbers.isEmpty()) {
      return idiom.domains().typed() ? ColumnModel.exact("1", idiom.domains().whole()) : column();
    }
    return chance.one(numbers);
  }

  /** A value of a row: a column in most cases. */
  ColumnModel value() {
    return chance.percent(55) ? column() : computed();
  }

  private ColumnModel computed() {
    ColumnModel any = column();
    ColumnModel number = number();
    return chance.one(idiom.phrases().values()).of(this, any, number);
  }

  /** What can be said of a row. */
  String condition() {
    ColumnModel any = column();
    String literal = literal(any);
    return chance.one(idiom.phrases().conditions()).of(this, any, literal);
  }

  /** A value that a column may have. */
  String literal(ColumnModel column) {
    return column.domain().literal(chance);
  }

  /** A column of these values; any other where there is none. */
  ColumnModel of(Family family) {
    List<ColumnModel> fitting =
        columns.stream().filter(c -> c.domain().family() == family).toList();
    return fitting.isEmpty() ? column() : chance.one(fitting);
  }
}
