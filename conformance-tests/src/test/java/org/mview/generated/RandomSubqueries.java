package org.mview.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes up subqueries in expressions. */
final class RandomSubqueries {
  private final Chance chance;
  private final Idiom idiom;
  private final Contents contents;
  private final List<ColumnModel> outer;
  private final List<? extends Source> sources;

  /**
   * Subqueries over some of the sources.
   *
   * @param outer the columns of the query around, which they may mention
   */
  RandomSubqueries(
      Chance chance,
      Idiom idiom,
      Contents contents,
      List<ColumnModel> outer,
      List<? extends Source> sources) {
    this.chance = chance;
    this.idiom = idiom;
    this.contents = contents;
    this.outer = outer;
    this.sources = sources;
  }

  /** What a subquery reads. */
  private record Inner(String from, List<ColumnModel> columns, Source source) {}

  private Inner inner() {
    Source source = chance.one(sources);
    contents.reads(source);
    String alias = contents.alias("o");
    List<ColumnModel> columns =
        source.columns().stream().map(c -> c.named(alias + "." + c.name())).toList();
    return new Inner(source.name() + " AS " + alias, columns, source);
  }

  /** What can be said of a row: one subquery in it. */
  String condition() {
    String condition =
        switch (chance.between(0, 8)) {
          case 0, 1 -> has("", Feature.EXISTS) + exists();
          case 2, 3 -> has("NOT ", Feature.NOT_EXISTS) + exists();
          case 4 -> has("", Feature.IN_QUERY) + in(" IN ");
          case 5 -> has("", Feature.NOT_IN_QUERY) + in(" NOT IN ");
          case 6 -> has("NOT ", Feature.NOT_IN_QUERY) + in(" IN ");
          default -> has("", Feature.SCALAR_IN_WHERE) + comparison();
        };
    if (chance.percent(80)) {
      return condition;
    }
    contents.has(Feature.SUBQUERY_UNDER_OR);
    return "(%s OR %s)"
        .formatted(new RandomExpressions(chance, idiom, outer).condition(), condition);
  }

  private String has(String word, Feature feature) {
    contents.has(feature);
    return word;
  }

  private String exists() {
    Inner inner = inner();
    String items = chance.one("1", "*", chance.one(inner.columns()).name());
    return "EXISTS (SELECT %s FROM %s%s)".formatted(items, inner.from(), where(inner, 85));
  }

  private String in(String word) {
    Inner inner = inner();
    ColumnModel mine = chance.one(outer);
    ColumnModel its = partner(mine, inner.columns());
    return "%s%s(SELECT %s FROM %s%s)"
        .formatted(mine.name(), word, its.name(), inner.from(), where(inner, 35));
  }

  private String comparison() {
    return "%s %s %s"
        .formatted(
            new RandomExpressions(chance, idiom, outer).number().name(),
            chance.one("=", "<", ">=", "<>"),
            exactScalar());
  }

  /** One value, with nothing left open: what is compared with it must come out the same. */
  String exactScalar() {
    Inner inner = inner();
    List<ColumnModel> exact =
        inner.columns().stream()
            .filter(ColumnModel::exact)
            .filter(c -> !idiom.domains().typed() || c.domain().isNumber())
            .toList();
    String call =
        exact.isEmpty() || chance.percent(40)
            ? chance.one(
                "COUNT(*)", "COUNT(DISTINCT %s)".formatted(chance.one(inner.columns()).name()))
            : "%s(%s)".formatted(chance.one("MIN", "MAX"), chance.one(exact).name());
    return "(SELECT %s FROM %s%s)".formatted(call, inner.from(), where(inner, 70));
  }

  /** An item of a select list. */
  Item item(String alias) {
    contents.has(Feature.SCALAR_IN_SELECT);
    Inner inner = inner();
    Optional<ColumnModel> key = key(inner);
    if (key.isPresent() && chance.percent(40)) {
      contents.has(Feature.CORRELATED);
      ColumnModel value = chance.one(inner.columns());
      String query =
          "(SELECT %s FROM %s WHERE %s = %s)"
              .formatted(
                  value.name(), inner.from(), key.get().name(), partner(key.get(), outer).name());
      return new Item(query, ColumnModel.of(alias, value.domain()), Sameness.IDENTICAL);
    }
    Item call =
        new RandomAggregates(
                chance, idiom, new RandomExpressions(chance, idiom, inner.columns()), true)
            .item(alias);
    return new Item(
        "(SELECT %s FROM %s%s)".formatted(call.expression(), inner.from(), where(inner, 75)),
        ColumnModel.of(alias, call.column().domain()),
        call.sameness());
  }

  /** The key of the table that is read, when it is one column of whole numbers. */
  private Optional<ColumnModel> key(Inner inner) {
    if (inner.source() instanceof TableModel table) {
      return table
          .singleKey()
          .filter(key -> key.domain().equals(idiom.domains().key()))
          .map(key -> inner.columns().get(table.columns().indexOf(key)));
    }
    return Optional.empty();
  }

  private String where(Inner inner, int percentCorrelated) {
    List<String> conditions = new ArrayList<>();
    if (!outer.isEmpty() && chance.percent(percentCorrelated)) {
      contents.has(Feature.CORRELATED);
      ColumnModel mine = chance.one(outer);
      ColumnModel its = partner(mine, inner.columns());
      String comparison =
          chance.percent(85) ? "=" : chance.one("<", ">", "<>", idiom.phrases().same());
      conditions.add("%s %s %s".formatted(its.name(), comparison, mine.name()));
    } else {
      contents.has(Feature.UNCORRELATED);
    }
    if (chance.percent(30)) {
      conditions.add(new RandomExpressions(chance, idiom, inner.columns()).condition());
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /** A column whose values meet those of another, if there is one. */
  private ColumnModel partner(ColumnModel column, List<ColumnModel> others) {
    List<ColumnModel> fitting =
        others.stream().filter(c -> c.domain().meets(column.domain())).toList();
    ColumnModel any = fitting.isEmpty() ? chance.one(others) : chance.one(fitting);
    return idiom.domains().canMeet(column.domain(), any.domain())
        ? any
        : ColumnModel.of("NULL", idiom.domains().any());
  }
}
