package org.mview.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up rows, and statements that change them: all from one seed. */
final class RandomChanges {
  private static final int[] SIZES = {1, 1, 2, 3, 6, 15, 25};

  private final Random random;
  private final Spelling spelling;

  RandomChanges(long seed, Spelling spelling) {
    this.random = new Random(seed);
    this.spelling = spelling;
  }

  /** Statements that fill a table; keys that meet are taken once. */
  List<String> rows(SetTable table) {
    return Stream.generate(() -> insertNew(table, 1)).limit(table.rows() * 3L / 2).toList();
  }

  /** The statements of one transaction. */
  List<String> transaction(List<SetTable> tables) {
    List<String> statements = new ArrayList<>();
    int size = one(SIZES);
    for (int i = 0; i < size; i++) {
      statements.add(statement(table(tables)));
    }
    return statements;
  }

  /**
   * Large tables change more often, by the root of their size: else nothing is left of small ones.
   */
  private SetTable table(List<SetTable> tables) {
    double place =
        random.nextDouble() * tables.stream().mapToDouble(t -> Math.sqrt(t.rows())).sum();
    for (SetTable table : tables) {
      place -= Math.sqrt(table.rows());
      if (place < 0) {
        return table;
      }
    }
    return tables.get(tables.size() - 1);
  }

  private String statement(SetTable table) {
    int kind = random.nextInt(100);
    if (kind < 40) {
      return insertNew(table, 1 + random.nextInt(3));
    } else if (kind < 47) {
      return insert(spelling.replace(), table, 1) + spelling.replaceEnd();
    } else if (kind < 80) {
      return "%s %s SET %s WHERE %s"
          .formatted(spelling.update(), table.name(), assignments(table), rows(table, 1));
    }
    return "DELETE FROM %s WHERE %s".formatted(table.name(), rows(table, 2));
  }

  private String insertNew(SetTable table, int rows) {
    return insert(spelling.insertNew(), table, rows) + spelling.insertNewEnd();
  }

  private String insert(String verb, SetTable table, int rows) {
    String values = Stream.generate(() -> row(table)).limit(rows).collect(Collectors.joining(", "));
    return "%s INTO %s VALUES %s".formatted(verb, table.name(), values);
  }

  private String row(SetTable table) {
    return table.columns().stream()
        .map(column -> column.values().literal(random))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Of any columns, those of keys among them. */
  private String assignments(SetTable table) {
    return Stream.generate(() -> one(table.columns()))
        .limit(1 + random.nextInt(2))
        .distinct()
        .map(column -> "%s = %s".formatted(column.name(), column.values().literal(random)))
        .collect(Collectors.joining(", "));
  }

  /**
   * One row in most cases; else those with so many given values.
   *
   * <p>The place of the row may lie behind the last one, and nothing happens then: so a table that
   * has grown small does not shrink further.
   */
  private String rows(SetTable table, int values) {
    if (random.nextInt(100) < 75) {
      return spelling
          .at()
          .formatted(table.name(), table.columns().get(0).name(), random.nextInt(table.rows()));
    }
    return Stream.generate(() -> one(table.columns()))
        .limit(values)
        .map(
            column ->
                "%s %s %s"
                    .formatted(column.name(), spelling.same(), column.values().literal(random)))
        .collect(Collectors.joining(" AND "));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private int one(int... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
