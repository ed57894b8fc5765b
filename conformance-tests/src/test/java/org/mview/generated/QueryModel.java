package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/**
 * A query, in pieces that can be left out.
 *
 * @param blocks SELECT … with as many items each
 * @param operators what stands between the blocks, such as UNION ALL
 * @param before WITH …, or the beginning of a query around the blocks
 * @param after the end of that query
 */
record QueryModel(List<QueryBlock> blocks, List<String> operators, String before, String after) {
  QueryModel {
    blocks = List.copyOf(blocks);
    operators = List.copyOf(operators);
  }

  static QueryModel of(QueryBlock block) {
    return new QueryModel(List.of(block), List.of(), "", "");
  }

  QueryModel within(String outerBefore, String outerAfter) {
    return new QueryModel(blocks, operators, outerBefore + before, after + outerAfter);
  }

  String text() {
    StringBuilder text = new StringBuilder(before).append(blocks.get(0).text());
    for (int i = 1; i < blocks.size(); i++) {
      text.append(' ').append(operators.get(i - 1)).append(' ').append(blocks.get(i).text());
    }
    return text.append(after).toString();
  }

  /** What a query over this one sees. */
  List<ColumnModel> columns() {
    List<ColumnModel> columns = new ArrayList<>();
    for (int i = 0; i < blocks.get(0).items().size(); i++) {
      ColumnModel first = blocks.get(0).items().get(i).column();
      columns.add(isSame(i) ? first : mixed(first));
    }
    return columns;
  }

  /** Of different columns the first one gives the collation. */
  private static ColumnModel mixed(ColumnModel first) {
    return new ColumnModel(first.name(), first.domain(), false, false, first.ignoresCase(), false);
  }

  /** Whether all blocks have the same kind of values in a column. */
  private boolean isSame(int column) {
    ColumnModel first = blocks.get(0).items().get(column).column();
    return blocks.stream()
        .map(block -> block.items().get(column).column())
        .allMatch(
            c ->
                c.domain().equals(first.domain())
                    && c.exact() == first.exact()
                    && c.ignoresCase() == first.ignoresCase());
  }

  /** The widest meaning that any of the blocks, or what is around them, gives a column. */
  List<Sameness> sameness() {
    List<Sameness> all = new ArrayList<>();
    for (int i = 0; i < blocks.get(0).items().size(); i++) {
      Sameness widest = Sameness.IDENTICAL;
      for (QueryBlock block : blocks) {
        Item item = block.items().get(i);
        widest = wider(widest, item.sameness());
        if (leavesOneOfEqual()) {
          widest = wider(widest, item.column().ofGroup());
        }
      }
      all.add(widest);
    }
    return all;
  }

  private static Sameness wider(Sameness one, Sameness other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private boolean leavesOneOfEqual() {
    return before.contains("DISTINCT") || operators.stream().anyMatch(o -> !o.equals("UNION ALL"));
  }

  /** The same with one thing less, in all ways. */
  List<QueryModel> smaller() {
    List<QueryModel> smaller = new ArrayList<>();
    for (int i = 0; i < blocks.size() && blocks.size() > 1; i++) {
      smaller.add(
          new QueryModel(
              QueryBlock.without(blocks, i),
              QueryBlock.without(operators, Math.max(0, i - 1)),
              before,
              after));
    }
    if (blocks.size() == 1) {
      blocks
          .get(0)
          .smaller()
          .forEach(block -> smaller.add(new QueryModel(List.of(block), operators, before, after)));
    }
    if (!(before + after).isEmpty()) {
      smaller.add(new QueryModel(blocks, operators, "", ""));
    }
    return smaller;
  }
}
