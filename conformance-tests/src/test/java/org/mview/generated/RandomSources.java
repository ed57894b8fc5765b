package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/** Makes up queries that other queries read: what they answer leaves nothing open. */
final class RandomSources {
  /** The name of a CTE that is read twice. */
  static final String TWICE = "twice";

  private final Chance chance;
  private final Idiom idiom;
  private final List<? extends Source> sources;

  RandomSources(Chance chance, Idiom idiom, List<? extends Source> sources) {
    this.chance = chance;
    this.idiom = idiom;
    this.sources = sources;
  }

  /** The sources, and now and then a query over them. */
  List<Source> withDerived() {
    List<Source> all = new ArrayList<>(sources);
    if (chance.percent(30)) {
      all.add(query(""));
    }
    return all;
  }

  /** A CTE or a plain view of this name; without one, a derived table. */
  InnerQuery query(String name) {
    Contents contents = new Contents();
    if (!name.equals(TWICE)) {
      contents.has(name.isEmpty() ? Feature.DERIVED_TABLE : Feature.PLAIN_VIEW);
    }
    RandomFrom from = new RandomFrom(chance, idiom, contents);
    from.joinAnyhow(chance.one(1, 1, 2), sources);
    RandomExpressions expressions = new RandomExpressions(chance, idiom, from.columns());
    List<String> where = new ArrayList<>(from.filters());
    if (chance.percent(40)) {
      where.add(expressions.condition());
    }
    QueryBlock block =
        chance.percent(50)
            ? grouped(from, where, expressions, contents)
            : rows(from, where, expressions, contents);
    return new InnerQuery(
        name,
        block.text(),
        block.items().stream().map(Item::column).toList(),
        contents.features(),
        contents.bases());
  }

  private QueryBlock rows(
      RandomFrom from, List<String> where, RandomExpressions expressions, Contents contents) {
    List<Item> items = new ArrayList<>();
    int count = chance.between(2, 4);
    boolean distinct = chance.percent(20) && !expressions.exact().isEmpty();
    for (int i = 0; i < count; i++) {
      ColumnModel value =
          distinct
              ? chance.one(expressions.exact())
              : chance.percent(70) ? expressions.column() : expressions.value();
      items.add(Item.of(value, i, Sameness.IDENTICAL));
    }
    if (distinct) {
      contents.has(Feature.DISTINCT);
    }
    String tail = "";
    if (!distinct && !from.key().isEmpty() && chance.percent(15)) {
      contents.has(Feature.TOP);
      tail = " ORDER BY %s LIMIT %d".formatted(String.join(", ", from.key()), chance.between(1, 6));
    }
    return new QueryBlock(distinct, items, from.texts(), where, List.of(), tail);
  }

  private QueryBlock grouped(
      RandomFrom from, List<String> where, RandomExpressions expressions, Contents contents) {
    List<Item> items = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (ColumnModel key : chance.some(chance.between(0, 2), expressions.exact())) {
      keys.add(key.name());
      items.add(Item.of(key, items.size(), Sameness.IDENTICAL));
    }
    contents.has(keys.isEmpty() ? Feature.NO_GROUP_BY : Feature.GROUP_BY);
    contents.has(Feature.INNER_GROUPS);
    RandomAggregates aggregates = new RandomAggregates(chance, idiom, expressions, true);
    int count = chance.between(1, 2);
    for (int i = 0; i < count; i++) {
      items.add(aggregates.exact("c" + (items.size() + 1)));
    }
    return new QueryBlock(false, items, from.texts(), where, keys, "");
  }
}
