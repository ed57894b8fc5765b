package org.mview.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Makes up queries of several blocks with set operators between them. */
final class RandomSets {
  private static final List<Feature> OPERATORS =
      List.of(Feature.UNION_ALL, Feature.UNION, Feature.INTERSECT, Feature.EXCEPT);

  private final Chance chance;
  private final Contents contents;
  private final List<Feature> known;
  private final AnyQueries queries;

  RandomSets(Chance chance, Idiom idiom, Contents contents, AnyQueries queries) {
    this.known = OPERATORS.stream().filter(o -> !idiom.lacks().contains(o)).toList();
    this.chance = chance;
    this.contents = contents;
    this.queries = queries;
  }

  QueryModel query() {
    List<QueryBlock> blocks = new ArrayList<>(List.of(queries.narrow()));
    List<String> operators = new ArrayList<>();
    int count = chance.one(2, 2, 3, 3, 4);
    while (blocks.size() < count) {
      Feature operator = chance.one(known);
      contents.has(operator);
      operators.add(operator.name().replace('_', ' '));
      blocks.add(queries.like(blocks.get(0)));
    }
    if (new HashSet<>(operators).size() > 1) {
      contents.has(Feature.MIXED_SET_OPERATORS);
    }
    QueryModel query = new QueryModel(blocks, operators, "", "");
    return chance.percent(35) ? within(query) : query;
  }

  private QueryModel within(QueryModel query) {
    contents.has(Feature.SET_OPERATORS_IN_A_DERIVED_TABLE);
    return chance.percent(30)
        ? query.within("SELECT DISTINCT * FROM (", ") AS inside")
        : query.within("SELECT * FROM (", ") AS inside WHERE c1 IS NOT NULL");
  }
}
