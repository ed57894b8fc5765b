package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/** Makes up a FROM clause: tables that are joined, by columns whose values meet. */
final class RandomFrom {
  private final Chance chance;
  private final List<String> texts = new ArrayList<>();
  private final List<ColumnModel> columns = new ArrayList<>();
  private final List<String> filters = new ArrayList<>();

  RandomFrom(Chance chance) {
    this.chance = chance;
  }

  /** The clause in pieces: the first table, then each with its join. */
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

  void join(int tables, List<? extends Source> sources) {
    for (int i = 0; i < tables; i++) {
      add(chance.one(sources), tables > 1 || chance.percent(30), tables);
    }
  }

  private void add(Source source, boolean withAlias, int tables) {
    String alias = "t" + (texts.size() + 1);
    String text = withAlias ? source.name() + " AS " + alias : source.name();
    List<ColumnModel> own =
        source.columns().stream()
            .map(c -> c.named((withAlias ? alias : source.name()) + "." + c.name()))
            .toList();
    if (texts.isEmpty()) {
      texts.add(text);
    } else {
      texts.add("%s %s ON %s".formatted("JOIN", text, condition(own)));
    }
    columns.addAll(own);
    if (tables > 2) {
      ColumnModel column = chance.one(own);
      filters.add("%s = %s".formatted(column.name(), column.domain().literal(chance)));
    }
  }

  private String condition(List<ColumnModel> own) {
    List<String> equal = new ArrayList<>();
    for (ColumnModel left : chance.some(4, columns)) {
      own.stream()
          .filter(right -> right.domain() == left.domain() || numbers(left, right))
          .findAny()
          .ifPresent(right -> equal.add(left.name() + " = " + right.name()));
    }
    if (equal.isEmpty()) {
      equal.add("%s = %s".formatted(chance.one(columns).name(), chance.one(own).name()));
    }
    return String.join(" AND ", equal.subList(0, Math.min(equal.size(), chance.between(1, 2))));
  }

  private static boolean numbers(ColumnModel left, ColumnModel right) {
    return left.domain().isNumber() && right.domain().isNumber();
  }
}
