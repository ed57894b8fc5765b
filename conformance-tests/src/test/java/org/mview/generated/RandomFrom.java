package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/** Makes up a FROM clause: what is read, and how it is joined, by columns whose values meet. */
final class RandomFrom {
  private final Chance chance;
  private final Idiom idiom;
  private final Contents contents;
  private final List<String> texts = new ArrayList<>();
  private final List<ColumnModel> columns = new ArrayList<>();
  private final List<String> filters = new ArrayList<>();

  /** The columns by which a row of each that is joined is known, by their full names. */
  private final List<List<String>> keys = new ArrayList<>();

  RandomFrom(Chance chance, Idiom idiom, Contents contents) {
    this.chance = chance;
    this.idiom = idiom;
    this.contents = contents;
  }

  /** The clause in pieces: the first source, then each with its join. */
  List<String> texts() {
    return texts;
  }

  /** All columns, by their full names. */
  List<ColumnModel> columns() {
    return columns;
  }

  /** Conditions that keep joins of many tables small. */
  List<String> filters() {
    return filters;
  }

  /** The columns that make every row different from the others; none where nothing does. */
  List<String> key() {
    return keys.stream().anyMatch(List::isEmpty)
        ? List.of()
        : keys.stream().flatMap(List::stream).toList();
  }

  /** Inner joins by equal columns. */
  void join(int tables, List<? extends Source> sources) {
    for (int i = 0; i < tables; i++) {
      add(chance.one(sources), tables > 1 || chance.percent(30), tables, false);
    }
  }

  /** Joins of every kind. */
  void joinAnyhow(int tables, List<? extends Source> sources) {
    for (int i = 0; i < tables; i++) {
      add(chance.one(sources), tables > 1 || chance.percent(30), tables, true);
    }
  }

  private void add(Source source, boolean wantsAlias, int tables, boolean anyhow) {
    String alias = "t" + (texts.size() + 1);
    boolean withAlias = wantsAlias || source.needsAlias();
    String text = withAlias ? source.name() + " AS " + alias : source.name();
    String prefix = (withAlias ? alias : source.name()) + ".";
    List<ColumnModel> own = source.columns().stream().map(c -> c.named(prefix + c.name())).toList();
    if (texts.isEmpty()) {
      texts.add(text);
    } else {
      JoinClause join = new JoinClause(chance, idiom, contents, columns, own);
      texts.add(anyhow ? join.any(text) : join.inner(text));
    }
    contents.reads(source);
    columns.addAll(own);
    keys.add(key(source, prefix));
    if (tables > 2 || contents.includes(Feature.CROSS_JOIN)) {
      ColumnModel column = chance.one(own);
      filters.add("%s = %s".formatted(column.name(), column.domain().literal(chance)));
    }
  }

  private static List<String> key(Source source, String prefix) {
    return source instanceof TableModel table
        ? table.key().stream().map(c -> prefix + c.name()).toList()
        : List.of();
  }
}
