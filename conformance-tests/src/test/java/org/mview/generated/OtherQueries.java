package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/** Makes up queries of which nothing is promised but that their rows are right. */
final class OtherQueries {
  private final Chance chance;

  OtherQueries(Chance chance) {
    this.chance = chance;
  }

  QueryBlock block(RandomFrom from, List<? extends Source> sources) {
    Source other = chance.one(sources);
    List<ColumnModel> columns = new ArrayList<>(from.columns());
    List<String> texts = new ArrayList<>(from.texts());
    List<String> where = new ArrayList<>();
    ColumnModel mine = chance.one(columns);
    ColumnModel its = chance.one(other.columns()).named("o." + chance.one(other.columns()).name());
    String extra = "1";
    switch (chance.between(0, 4)) {
      case 0 ->
          texts.add(
              "LEFT JOIN %s AS o ON %s = %s".formatted(other.name(), mine.name(), its.name()));
      case 1 ->
          where.add(
              "EXISTS (SELECT 1 FROM %s AS o WHERE %s = %s)"
                  .formatted(other.name(), its.name(), mine.name()));
      case 2 ->
          where.add(
              "%s NOT IN (SELECT %s FROM %s AS o WHERE %s IS NOT NULL)"
                  .formatted(mine.name(), its.name(), other.name(), its.name()));
      case 3 -> extra = "ROW_NUMBER() OVER (PARTITION BY %s ORDER BY 1)".formatted(mine.name());
      default -> extra = "(SELECT COUNT(*) FROM %s)".formatted(other.name());
    }
    List<Item> items = new ArrayList<>();
    Sameness equal = mine.ignoresCase() ? Sameness.EQUAL_IGNORING_CASE : Sameness.EQUAL;
    items.add(RandomViews.item(mine.name(), mine.domain(), 0, equal));
    items.add(RandomViews.item(extra, Domain.WHOLE, 1, Sameness.IDENTICAL));
    return new QueryBlock(false, items, texts, where, List.of(), "");
  }
}
