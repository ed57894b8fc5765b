package org.mview.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SELECT … FROM … WHERE … GROUP BY …, in pieces that can be left out.
 *
 * @param from the first table, then each with its join and condition
 * @param tail what stands behind, such as HAVING
 */
record QueryBlock(
    boolean distinct,
    List<Item> items,
    List<String> from,
    List<String> where,
    List<String> groupBy,
    String tail) {
  String text() {
    StringBuilder text = new StringBuilder(distinct ? "SELECT DISTINCT " : "SELECT ");
    text.append(items.stream().map(Item::text).collect(Collectors.joining(", ")));
    text.append(" FROM ").append(String.join(" ", from));
    if (!where.isEmpty()) {
      text.append(" WHERE ").append(String.join(" AND ", where));
    }
    if (!groupBy.isEmpty()) {
      text.append(" GROUP BY ").append(String.join(", ", groupBy));
    }
    return text.append(tail).toString();
  }

  /** The same with one thing less, in all ways. */
  List<QueryBlock> smaller() {
    List<QueryBlock> smaller = new ArrayList<>();
    for (int i = 0; i < where.size(); i++) {
      smaller.add(new QueryBlock(distinct, items, from, without(where, i), groupBy, tail));
    }
    for (int i = 0; i < items.size() && items.size() > 1; i++) {
      List<Item> fewer = without(items, i);
      List<String> keys = new ArrayList<>(groupBy);
      keys.remove(items.get(i).expression());
      smaller.add(new QueryBlock(distinct, fewer, from, where, keys, tail));
    }
    if (from.size() > 1) {
      List<String> fewer = from.subList(0, from.size() - 1);
      smaller.add(new QueryBlock(distinct, items, fewer, where, groupBy, tail));
    }
    if (!tail.isEmpty()) {
      smaller.add(new QueryBlock(distinct, items, from, where, groupBy, ""));
    }
    return smaller;
  }

  static <T> List<T> without(List<T> list, int index) {
    List<T> fewer = new ArrayList<>(list);
    fewer.remove(index);
    return fewer;
  }
}
