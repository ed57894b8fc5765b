package org.mview.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes up queries whose change can always be derived. */
final class DerivableQueries {
  private final Chance chance;
  private final Idiom idiom;
  private final Contents contents;
  private final boolean big;
  private final List<? extends Source> sources;

  DerivableQueries(
      Chance chance, Idiom idiom, Contents contents, boolean big, List<? extends Source> sources) {
    this.chance = chance;
    this.idiom = idiom;
    this.contents = contents;
    this.big = big;
    this.sources = sources;
  }

  QueryModel query(ViewClass kind) {
    return switch (kind) {
      case UNION_ALL -> union();
      case NESTED -> nested(block(chance.one(ViewClass.ONE_TABLE, ViewClass.JOIN)));
      default -> QueryModel.of(block(kind));
    };
  }

  private QueryModel nested(QueryBlock block) {
    QueryModel query = QueryModel.of(block);
    return switch (chance.between(0, 2)) {
      case 0 -> query.within("SELECT * FROM (", ") AS inside");
      case 1 -> query.within("WITH inside AS (", ") SELECT * FROM inside");
      default -> query.within("SELECT DISTINCT * FROM (", ") AS inside");
    };
  }

  private QueryModel union() {
    contents.has(Feature.UNION_ALL);
    List<QueryBlock> blocks = new ArrayList<>();
    QueryBlock first = ofOneType(block(chance.one(ViewClass.ONE_TABLE, ViewClass.AGGREGATE)));
    blocks.add(first);
    List<String> operators = new ArrayList<>();
    int wanted = chance.between(2, 3);
    while (blocks.size() < wanted) {
      QueryBlock other =
          ofOneType(
              block(chance.one(ViewClass.ONE_TABLE, ViewClass.AGGREGATE, ViewClass.DISTINCT)));
      List<Item> items = new ArrayList<>(other.items());
      while (items.size() > first.items().size()) {
        items.remove(items.size() - 1);
      }
      while (items.size() < first.items().size()) {
        items.add(
            Item.of(
                ColumnModel.of("NULL", idiom.domains().any()), items.size(), Sameness.IDENTICAL));
      }
      for (int i = 0; i < items.size(); i++) {
        if (!canStandTogether(first.items().get(i), items.get(i))) {
          items.set(
              i, Item.of(ColumnModel.of("NULL", idiom.domains().any()), i, Sameness.IDENTICAL));
        }
      }
      operators.add("UNION ALL");
      blocks.add(
          new QueryBlock(
              other.distinct(), items, other.from(), other.where(), other.groupBy(), other.tail()));
    }
    return new QueryModel(blocks, operators, "", "");
  }

  /**
   * With a cast of all that a database might convert: numbers, and texts, of which some may be of
   * CHAR(n).
   */
  private QueryBlock ofOneType(QueryBlock block) {
    return new QueryBlock(
        block.distinct(),
        block.items().stream().map(this::ofOneType).toList(),
        block.from(),
        block.where(),
        block.groupBy(),
        block.tail());
  }

  private Item ofOneType(Item item) {
    Domain domain = item.column().domain();
    String textType = idiom.domains().unionText();
    boolean text = !textType.isEmpty() && domain.family() == Family.TEXT;
    boolean number = !idiom.domains().scales() && domain.isNumber();
    String type = text ? textType : "NUMERIC(40, 4)";
    return text || number
        ? new Item(
            "CAST(%s AS %s)".formatted(item.expression(), type), item.column(), item.sameness())
        : item;
  }

  /** Of other collations there is no union, and of a sum and any of equal values no comparison. */
  private boolean canStandTogether(Item one, Item other) {
    boolean isSum = one.sameness() == Sameness.SUM || other.sameness() == Sameness.SUM;
    return one.column().ignoresCase() == other.column().ignoresCase()
        && idiom.domains().areLike(one.column().domain(), other.column().domain())
        && (!isSum || one.sameness() == other.sameness());
  }

  private QueryBlock block(ViewClass kind) {
    int tables =
        switch (kind) {
          case JOIN, JOIN_AGGREGATE -> chance.one(2, 2, 2, 3, 3, 4, 5);
          case SELF_JOIN -> chance.one(2, 2, 3);
          default -> 1;
        };
    RandomFrom from = new RandomFrom(chance, idiom, contents);
    boolean self = kind == ViewClass.SELF_JOIN;
    if (self) {
      contents.has(Feature.SELF_JOIN);
    }
    from.join(tables, self ? List.of(chance.one(sources)) : sources);
    RandomExpressions expressions = new RandomExpressions(chance, idiom, from.columns());
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
      items.add(Item.of(value, i, distinct ? value.ofGroup() : Sameness.IDENTICAL));
    }
    if (distinct) {
      contents.has(Feature.DISTINCT);
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
          items.add(Item.of(key, items.size(), key.ofGroup()));
        }
      }
    }
    contents.has(keys > 0 ? Feature.GROUP_BY : Feature.NO_GROUP_BY);
    RandomAggregates aggregates = new RandomAggregates(chance, idiom, expressions, big);
    int count = chance.between(1, 4);
    for (int i = 0; i < count; i++) {
      items.add(aggregates.item("c" + (items.size() + 1)));
    }
    boolean having = keys > 0 && chance.percent(10);
    if (having) {
      contents.has(Feature.HAVING);
    }
    String tail = having ? " HAVING COUNT(*) > 1" : "";
    return new QueryBlock(false, items, from.texts(), where, groupBy, tail);
  }
}
