package org.mview.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes up query blocks with anything in them, in any combination. */
final class AnyQueries {
  private final Chance chance;
  private final Idiom idiom;
  private final Contents contents;
  private final boolean big;
  private final List<Source> sources;

  AnyQueries(
      Chance chance, Idiom idiom, Contents contents, boolean big, List<? extends Source> sources) {
    this.chance = chance;
    this.idiom = idiom;
    this.contents = contents;
    this.big = big;
    this.sources = new RandomSources(chance, idiom, sources).withDerived();
  }

  /** What is read, and what can be said of it. */
  private record Base(RandomFrom from, List<String> where, RandomExpressions expressions) {
    QueryBlock select(List<Item> items, List<String> groupBy, String tail) {
      return new QueryBlock(false, items, from.texts(), where, groupBy, tail);
    }
  }

  private Base base(int tables, List<? extends Source> read) {
    RandomFrom from = new RandomFrom(chance, idiom, contents);
    from.joinAnyhow(tables, read);
    RandomExpressions expressions = new RandomExpressions(chance, idiom, from.columns());
    List<String> where = new ArrayList<>(from.filters());
    if (chance.percent(35)) {
      where.add(expressions.condition());
    }
    if (chance.percent(45)) {
      where.add(subqueries(from.columns()).condition());
    }
    return new Base(from, where, expressions);
  }

  private Base base() {
    boolean self = chance.percent(20);
    List<Source> one = List.of(chance.one(sources));
    int tables = chance.one(1, 1, 2, 2, 2, 3);
    if (self && tables > 1) {
      contents.has(Feature.SELF_JOIN);
    }
    return base(tables, self ? one : sources);
  }

  private RandomSubqueries subqueries(List<ColumnModel> outer) {
    return new RandomSubqueries(chance, idiom, contents, outer, sources);
  }

  QueryBlock rows() {
    return rows(base());
  }

  /** Rows of what reads a query of this name twice. */
  QueryBlock reading(InnerQuery query) {
    contents.has(Feature.CTE_READ_TWICE);
    return chance.percent(50)
        ? rows(base(2, List.of(query)))
        : new AnyQueries(chance, idiom, contents, big, List.of(query)).rowsWithSubquery();
  }

  private QueryBlock rowsWithSubquery() {
    Base base = base(1, sources);
    base.where().add(subqueries(base.from().columns()).condition());
    return rows(base);
  }

  private QueryBlock rows(Base base) {
    List<Item> items = values(base, chance.between(1, 3));
    if (chance.percent(20)) {
      contents.has(Feature.DISTINCT);
      List<Item> grouped = items.stream().map(Item::grouped).toList();
      return new QueryBlock(true, grouped, base.from().texts(), base.where(), List.of(), "");
    }
    if (chance.percent(35)) {
      items.add(subqueries(base.from().columns()).item("c" + (items.size() + 1)));
    }
    return base.select(items, List.of(), "");
  }

  private List<Item> values(Base base, int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(Item.of(base.expressions().value(), i, Sameness.IDENTICAL));
    }
    return items;
  }

  QueryBlock groups() {
    Base base = base();
    List<Item> items = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    List<ColumnModel> plain = new ArrayList<>();
    int count = chance.one(0, 1, 1, 2);
    for (int i = 0; i < count; i++) {
      ColumnModel key = base.expressions().value();
      if (keys.add(key.name())) {
        items.add(Item.of(key, items.size(), key.ofGroup()));
        if (base.from().columns().contains(key)) {
          plain.add(key);
        } else {
          contents.has(Feature.GROUP_BY_EXPRESSION);
        }
      }
    }
    contents.has(keys.isEmpty() ? Feature.NO_GROUP_BY : Feature.GROUP_BY);
    noteWhatIsBelow();
    List<String> groupBy = items.stream().map(Item::expression).toList();
    RandomAggregates aggregates = new RandomAggregates(chance, idiom, base.expressions(), big);
    int calls = chance.between(1, 3);
    for (int i = 0; i < calls; i++) {
      items.add(aggregates.any("c" + (items.size() + 1), contents));
    }
    if (!keys.isEmpty() && chance.percent(15)) {
      contents.has(Feature.WINDOW_OVER_GROUPS);
      String call = "RANK() OVER (ORDER BY COUNT(*))";
      items.add(
          Item.of(ColumnModel.of(call, idiom.domains().whole()), items.size(), Sameness.IDENTICAL));
    }
    return base.select(items, grouped(groupBy), having(plain) + topGroups(groupBy));
  }

  private List<String> grouped(List<String> keys) {
    List<String> ways = idiom.phrases().groupings();
    if (keys.isEmpty() || ways.size() == 1) {
      return keys;
    }
    String way = chance.one(ways);
    if (way.equals("%s")) {
      return keys;
    }
    contents.has(Feature.GROUPING_SETS);
    return List.of(way.formatted(String.join(", ", keys)));
  }

  private void noteWhatIsBelow() {
    if (contents.includes(Feature.INNER_GROUPS)) {
      contents.has(Feature.AGGREGATE_OF_AGGREGATES);
    }
    if (contents.includes(Feature.LEFT_JOIN)
        || contents.includes(Feature.RIGHT_JOIN)
        || contents.includes(Feature.FULL_JOIN)) {
      contents.has(Feature.OUTER_JOIN_UNDER_AGGREGATE);
    }
  }

  private String having(List<ColumnModel> keys) {
    if (chance.percent(70)) {
      return "";
    }
    contents.has(Feature.HAVING);
    if (chance.percent(50)) {
      return " HAVING COUNT(*) > 1";
    }
    contents.has(Feature.SCALAR_IN_HAVING);
    return " HAVING COUNT(*) >= %s".formatted(subqueries(exactOnes(keys)).exactScalar());
  }

  /** Of a key whose values may be written in several ways, any of them stands for the group. */
  private static List<ColumnModel> exactOnes(List<ColumnModel> keys) {
    return keys.stream().filter(ColumnModel::exact).toList();
  }

  private String topGroups(List<String> groupBy) {
    if (groupBy.isEmpty() || chance.percent(85)) {
      return "";
    }
    contents.has(Feature.TOP_GROUPS);
    return " ORDER BY COUNT(*) DESC, %s LIMIT %d"
        .formatted(String.join(", ", groupBy), chance.between(1, 4));
  }

  QueryBlock windows() {
    Base base = base();
    List<Item> items = values(base, chance.between(1, 2));
    RandomWindows windows = windows(base);
    int calls = chance.between(1, 2);
    for (int i = 0; i < calls; i++) {
      items.add(windows.item("c" + (items.size() + 1)));
    }
    return base.select(items, List.of(), "");
  }

  private RandomWindows windows(Base base) {
    return new RandomWindows(chance, idiom, contents, base.expressions(), base.from().key());
  }

  /** Rows in a total order, of which the first ones are taken; all of them where there is none. */
  QueryBlock top() {
    Base base = base();
    List<Item> items = values(base, chance.between(1, 3));
    if (base.from().key().isEmpty()) {
      return base.select(items, List.of(), "");
    }
    contents.has(Feature.TOP);
    String by =
        base.expressions().column().name()
            + contents.direction(chance.one("", " DESC", " NULLS LAST"), idiom);
    String tail =
        " ORDER BY %s, %s LIMIT %d"
            .formatted(by, String.join(", ", base.from().key()), chance.between(1, 8));
    if (chance.percent(25)) {
      contents.has(Feature.TOP_WITH_OFFSET);
      tail += " OFFSET " + chance.between(1, 3);
    }
    return base.select(items, List.of(), tail);
  }

  /** Rows with a last item that numbers them; without one where there is no total order. */
  QueryBlock numbered() {
    Base base = base();
    List<Item> items = values(base, chance.between(1, 2));
    if (!base.from().key().isEmpty()) {
      contents.has(Feature.TOP_PER_GROUP);
      items.add(windows(base).place("place"));
    }
    return base.select(items, List.of(), "");
  }

  /** A block with as many items as another one, of which some rows may be the same. */
  QueryBlock like(QueryBlock first) {
    Base base = base(chance.one(1, 1, 2), sources);
    List<Item> items = new ArrayList<>();
    for (Item item : first.items()) {
      List<ColumnModel> fitting =
          base.from().columns().stream()
              .filter(c -> canStandFor(c.domain(), item.column().domain()))
              .toList();
      ColumnModel value =
          fitting.isEmpty() ? ColumnModel.of("NULL", idiom.domains().any()) : chance.one(fitting);
      items.add(Item.of(value, items.size(), Sameness.IDENTICAL));
    }
    return base.select(items, List.of(), "");
  }

  private boolean canStandFor(Domain one, Domain other) {
    return one.equals(other) || (idiom.domains().typed() && one.meets(other));
  }

  /** Few columns, so that some rows are the same. */
  QueryBlock narrow() {
    Base base = base(chance.one(1, 1, 2), sources);
    List<Item> items = new ArrayList<>();
    int count = chance.one(1, 1, 2);
    for (int i = 0; i < count; i++) {
      items.add(Item.of(base.expressions().column(), i, Sameness.IDENTICAL));
    }
    return base.select(items, List.of(), "");
  }
}
