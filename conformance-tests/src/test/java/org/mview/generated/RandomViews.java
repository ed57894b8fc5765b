package org.mview.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes up views of every class. */
final class RandomViews {
  private final Chance chance;
  private final boolean big;

  RandomViews(Chance chance, boolean big) {
    this.chance = chance;
    this.big = big;
  }

  /** A view of this number over some of the sources. */
  ViewModel view(int number, List<? extends Source> sources) {
    ViewClass kind = chance.one(ViewClass.values());
    List<QueryBlock> blocks = new ArrayList<>();
    String wrap = "%s";
    switch (kind) {
      case UNION_ALL -> union(sources, blocks);
      case NESTED -> {
        blocks.add(block(chance.one(ViewClass.ONE_TABLE, ViewClass.JOIN), sources));
        wrap =
            chance.one(
                "SELECT * FROM (%s) AS inside",
                "WITH inside AS (%s) SELECT * FROM inside",
                "SELECT DISTINCT * FROM (%s) AS inside");
      }
      default -> blocks.add(block(kind, sources));
    }
    String method = hasInnerGroups(kind, blocks) ? chance.one("FORCE", "") : method(kind);
    String mode = chance.one(" ON COMMIT", " ON COMMIT", " ON DEMAND", "");
    String rest =
        chance.percent(8)
            ? chance.one(" BUILD DEFERRED", " BUILD IMMEDIATE", " USING NO INDEX")
            : "";
    return new ViewModel(
        Names.view(number, chance), kind, List.copyOf(blocks), wrap, method, mode, rest);
  }

  /**
   * Groups under a UNION ALL are refused where they may come out otherwise: not always, so never
   * asked.
   */
  private static boolean hasInnerGroups(ViewClass kind, List<QueryBlock> blocks) {
    return kind == ViewClass.UNION_ALL && blocks.stream().anyMatch(QueryBlock::isGrouped);
  }

  private String method(ViewClass kind) {
    return kind.isDerivable()
        ? chance.one("FAST", "FAST", "FAST", "FORCE", "COMPLETE", "")
        : chance.one("FORCE", "COMPLETE", "");
  }

  private void union(List<? extends Source> sources, List<QueryBlock> blocks) {
    QueryBlock first = block(chance.one(ViewClass.ONE_TABLE, ViewClass.AGGREGATE), sources);
    blocks.add(first);
    int wanted = chance.between(2, 3);
    while (blocks.size() < wanted) {
      QueryBlock other =
          block(chance.one(ViewClass.ONE_TABLE, ViewClass.AGGREGATE, ViewClass.DISTINCT), sources);
      List<Item> items = new ArrayList<>(other.items());
      while (items.size() > first.items().size()) {
        items.remove(items.size() - 1);
      }
      while (items.size() < first.items().size()) {
        items.add(item("NULL", Domain.ANY, items.size(), Sameness.IDENTICAL));
      }
      blocks.add(
          new QueryBlock(
              other.distinct(), items, other.from(), other.where(), other.groupBy(), other.tail()));
    }
  }

  private QueryBlock block(ViewClass kind, List<? extends Source> sources) {
    int tables =
        switch (kind) {
          case JOIN, JOIN_AGGREGATE -> chance.one(2, 2, 2, 3, 3, 4, 5);
          case SELF_JOIN -> chance.one(2, 2, 3);
          default -> 1;
        };
    RandomFrom from = new RandomFrom(chance);
    boolean self = kind == ViewClass.SELF_JOIN;
    from.join(tables, self ? List.of(chance.one(sources)) : sources);
    if (kind == ViewClass.OTHER) {
      return new OtherQueries(chance).block(from, sources);
    }
    RandomExpressions expressions = new RandomExpressions(chance, from.columns());
    List<String> where = new ArrayList<>(from.filters());
    while (chance.percent(40)) {
      where.add(expressions.condition());
    }
    return switch (kind) {
      case AGGREGATE, JOIN_AGGREGATE -> grouped(from, where, expressions, chance.between(1, 2));
      case TOTAL -> grouped(from, where, expressions, 0);
      default -> rows(from, where, expressions, kind == ViewClass.DISTINCT);
    };
  }

  private QueryBlock rows(
      RandomFrom from, List<String> where, RandomExpressions expressions, boolean distinct) {
    List<Item> items = new ArrayList<>();
    int count = chance.between(1, 4);
    for (int i = 0; i < count; i++) {
      ColumnModel value = expressions.value();
      items.add(item(value, i, distinct ? equal(value) : Sameness.IDENTICAL));
    }
    return new QueryBlock(distinct, items, from.texts(), where, List.of(), "");
  }

  private QueryBlock grouped(
      RandomFrom from, List<String> where, RandomExpressions expressions, int keys) {
    List<Item> items = new ArrayList<>();
    List<String> groupBy = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int i = 0; i < keys; i++) {
      ColumnModel key = expressions.value();
      if (used.add(key.name())) {
        groupBy.add(key.name());
        if (chance.percent(90)) {
          items.add(item(key, items.size(), equal(key)));
        }
      }
    }
    RandomAggregates aggregates = new RandomAggregates(chance, expressions, big);
    int count = chance.between(1, 4);
    for (int i = 0; i < count; i++) {
      items.add(aggregates.item("c" + (items.size() + 1)));
    }
    String having = keys > 0 && chance.percent(10) ? " HAVING COUNT(*) > 1" : "";
    return new QueryBlock(false, items, from.texts(), where, groupBy, having);
  }

  private static Sameness equal(ColumnModel column) {
    return column.ignoresCase() ? Sameness.EQUAL_IGNORING_CASE : Sameness.EQUAL;
  }

  private static Item item(ColumnModel value, int index, Sameness sameness) {
    return new Item(value.name(), value.named("c" + (index + 1)), sameness);
  }

  static Item item(String expression, Domain domain, int index, Sameness sameness) {
    return item(new ColumnModel(expression, domain, false, false, false), index, sameness);
  }
}
