package org.mview.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A materialized view, with what the judge must know of it.
 *
 * @param blocks the blocks of its query, between which UNION ALL stands
 * @param wrap around the query, with %s for it
 * @param method FAST, FORCE, COMPLETE, or empty where nothing is said
 * @param mode ON COMMIT, ON DEMAND, or empty where nothing is said
 * @param rest further clauses
 */
record ViewModel(
    String name,
    ViewClass kind,
    List<QueryBlock> blocks,
    String wrap,
    String method,
    String mode,
    String rest)
    implements Source {
  String query() {
    return wrap.formatted(
        blocks.stream().map(QueryBlock::text).collect(Collectors.joining(" UNION ALL ")));
  }

  String create() {
    String refresh = method.isEmpty() && mode.isEmpty() ? "" : " REFRESH " + method + mode;
    return "CREATE MATERIALIZED VIEW %s%s%s AS %s".formatted(name, rest, refresh, query());
  }

  List<Item> items() {
    return blocks.get(0).items();
  }

  @Override
  public List<ColumnModel> columns() {
    return items().stream().map(Item::column).toList();
  }

  /** The widest meaning that any of the blocks gives a column. */
  List<Sameness> sameness() {
    List<Sameness> all = new ArrayList<>();
    for (int i = 0; i < items().size(); i++) {
      Sameness widest = ofWrap(items().get(i));
      for (QueryBlock block : blocks) {
        Sameness one = block.items().get(i).sameness();
        widest = one.compareTo(widest) > 0 ? one : widest;
      }
      all.add(widest);
    }
    return all;
  }

  /** DISTINCT around it leaves any of what is equal. */
  private Sameness ofWrap(Item item) {
    if (!wrap.contains("DISTINCT")) {
      return Sameness.IDENTICAL;
    }
    return item.column().ignoresCase() ? Sameness.EQUAL_IGNORING_CASE : Sameness.EQUAL;
  }

  boolean isOnCommit() {
    return mode.contains("COMMIT");
  }

  boolean isDeferred() {
    return rest.contains("DEFERRED");
  }

  /** As the dictionary has the name. */
  String plainName() {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  /** As a text literal holds it. */
  String listed() {
    return "'" + name.replace("'", "''") + "'";
  }

  private ViewModel over(List<QueryBlock> others) {
    return new ViewModel(name, kind, others, wrap, method, mode, rest);
  }

  /** The same with a smaller query, in all ways. */
  List<ViewModel> smaller() {
    List<ViewModel> smaller = new ArrayList<>();
    for (int i = 0; i < blocks.size() && blocks.size() > 1; i++) {
      smaller.add(over(QueryBlock.without(blocks, i)));
    }
    if (blocks.size() == 1) {
      blocks.get(0).smaller().forEach(block -> smaller.add(over(List.of(block))));
    }
    if (!wrap.equals("%s")) {
      smaller.add(new ViewModel(name, kind, blocks, "%s", method, mode, rest));
    }
    if (!rest.isEmpty()) {
      smaller.add(new ViewModel(name, kind, blocks, wrap, method, mode, ""));
    }
    return smaller;
  }
}
