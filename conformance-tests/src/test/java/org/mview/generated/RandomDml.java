package org.mview.generated;

import static java.util.stream.Collectors.joining;
import static org.mview.generated.RandomTables.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes up statements that change the rows of a table. */
final class RandomDml {
  private static final int LEAST_DISTANCE = 1_000;
  private static final int MOST_DISTANCE = 1_000_000;

  private final Chance chance;
  private final Idiom idiom;
  private final List<TableModel> tables;
  private final int mostPrepared;
  private final int mostInBatch;

  /**
   * Makes up statements.
   *
   * @param sessions that run them: where there are several, another one may stand in the way of any
   *     execution of a prepared statement, and what the ones before it did is then committed or
   *     not; so it is of a batch that is not done as a whole
   */
  RandomDml(Chance chance, Idiom idiom, List<TableModel> tables, int sessions) {
    this.chance = chance;
    this.idiom = idiom;
    this.tables = tables;
    this.mostPrepared = sessions > 1 ? 1 : 3;
    this.mostInBatch = sessions > 1 && !idiom.writings().wholeBatches() ? 1 : 8;
  }

  /** A statement of any kind. */
  Step step(int session) {
    TableModel table = chance.one(tables);
    int kind = chance.between(0, 99);
    if (kind < 8) {
      return prepared(session, table, false);
    } else if (kind < 14) {
      return prepared(session, table, true);
    } else if (kind < 55) {
      return chance.one(idiom.writings().inserting()).of(this, session, table);
    }
    Writings writings = idiom.writings();
    return chance
        .one(kind < 82 ? writings.updating() : writings.deleting())
        .of(this, session, table);
  }

  /** A row for a table that is still empty. */
  Step.Plain insert(int session, TableModel table) {
    return new Step.Plain(session, StatementClass.INSERT, insert("INSERT", table, 1));
  }

  int between(int least, int greatest) {
    return chance.between(least, greatest);
  }

  boolean percent(int percent) {
    return chance.percent(percent);
  }

  String one(String... choices) {
    return chance.one(choices);
  }

  String literal(ColumnModel column) {
    return column.literal(chance);
  }

  TableModel table() {
    return chance.one(tables);
  }

  boolean isReferredTo(TableModel table) {
    String reference = " REFERENCES " + table.name();
    return tables.stream().anyMatch(other -> other.create().contains(reference));
  }

  ColumnModel column(TableModel table) {
    return chance.one(table.writable());
  }

  /** A column whose values can stand in another one. */
  Optional<ColumnModel> like(ColumnModel column, TableModel table) {
    List<ColumnModel> fitting =
        table.columns().stream()
            .filter(c -> idiom.domains().areLike(c.domain(), column.domain()))
            .toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(chance.one(fitting));
  }

  String insert(String verb, TableModel table, int rows) {
    List<ColumnModel> columns = table.writable();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      values.add(columns.stream().map(c -> c.literal(chance)).collect(joining(", ", "(", ")")));
    }
    return "%s INTO %s (%s) VALUES %s"
        .formatted(verb, table.name(), list(columns), String.join(", ", values));
  }

  /**
   * Its rows are sorted, so that all are read before one is written: a foreign key that changes the
   * table which is read, in the middle of the statement, shows whether the database reads it first,
   * as SQLite does where a table has triggers. By all columns: which of equal rows are among the
   * first is anybody's guess.
   */
  String insertSelect(TableModel table, List<String> verbs, String tail) {
    TableModel other = chance.one(tables);
    String items = table.writable().stream().map(c -> selected(c, other)).collect(joining(", "));
    String order =
        other.columns().stream()
            .map(c -> "COALESCE(%1$s, %1$s)".formatted(c.name()))
            .collect(joining(", "));
    return "%s INTO %s (%s) SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT 5%s"
        .formatted(
            chance.one(verbs),
            table.name(),
            list(table.writable()),
            items,
            other.name(),
            condition(other),
            order,
            tail);
  }

  private String selected(ColumnModel column, TableModel other) {
    if (chance.percent(70)) {
      return like(column, other).map(ColumnModel::name).orElseGet(() -> column.literal(chance));
    }
    return chance.one(column.literal(chance), "NULL");
  }

  /**
   * At most one row, where anything is unique: which of several is ignored depends on the way in
   * which SQLite finds them.
   */
  String oneRow(TableModel table) {
    return table.identity().isEmpty()
        ? condition(table)
        : table.identity().stream()
            .map(column -> "%s = %s".formatted(column.name(), column.literal(chance)))
            .collect(joining(" AND "));
  }

  /**
   * Rows of which those that are there already are changed.
   *
   * @param unknown whether the table is one of which too little is known for that
   */
  String upsert(TableModel table, boolean unknown) {
    String target = "(%s) ".formatted(list(chance.one(table.unique())));
    String action =
        chance.percent(70)
            ? "DO UPDATE SET %s%s"
                .formatted(
                    assignments(table), chance.percent(30) ? " WHERE " + condition(table) : "")
            : "DO NOTHING";
    return unknown
        ? insert("INSERT", table, 4)
        : "%s ON CONFLICT %s%s"
            .formatted(insert("INSERT", table, chance.between(1, 4)), target, action);
  }

  String update(TableModel table, String tail) {
    return "UPDATE %s SET %s WHERE %s%s"
        .formatted(table.name(), assignments(table), condition(table), tail);
  }

  /**
   * The same, but one of which nobody sees which row is changed first: a value that must be unique
   * may be free only when another row has gone on, so it is computed for one row alone.
   */
  String updateInAnyOrder(TableModel table, String tail) {
    List<Assignment> assignments = assigned(free(table), table);
    boolean moves = assignments.stream().anyMatch(a -> a.computed() && table.isUnique(a.column()));
    return "UPDATE %s SET %s WHERE %s%s"
        .formatted(table.name(), text(assignments), moves ? oneRow(table) : condition(table), tail);
  }

  String updateFrom(TableModel table) {
    TableModel other = chance.one(tables);
    ColumnModel set = chance.one(table.writable());
    Optional<ColumnModel> from = like(set, other);
    return "UPDATE %s SET %s = %s FROM (SELECT * FROM %s ORDER BY 1 LIMIT 1) AS o WHERE %s"
        .formatted(
            table.name(),
            set.name(),
            from.map(c -> "o." + c.name()).orElse("NULL"),
            other.name(),
            "%s.%s IS NOT NULL".formatted(table.name(), chance.one(table.columns()).name()));
  }

  /**
   * Of one row, or of several that go where there is none: otherwise it depends on which of them
   * comes first, and that on the way in which SQLite finds them.
   */
  String updateKey(TableModel table) {
    ColumnModel key =
        table.key().isEmpty() ? chance.one(table.writable()) : chance.one(table.key());
    boolean several = chance.percent(40);
    String value =
        several
            ? key.name() + " + " + chance.between(LEAST_DISTANCE, MOST_DISTANCE)
            : chance.one("%1$s + 1", "%1$s + 20", "-%1$s", key.literal(chance));
    return "UPDATE %s SET %s = %s WHERE %s"
        .formatted(
            table.name(),
            key.name(),
            value.formatted(key.name()),
            several ? condition(table) : oneRow(table));
  }

  String anyAssignments(TableModel table) {
    return text(assigned(table.writable(), table));
  }

  /** Assignments to columns that are no key, as far as there are any. */
  String assignments(TableModel table) {
    return text(assigned(free(table), table));
  }

  private static List<ColumnModel> free(TableModel table) {
    List<ColumnModel> free =
        table.writable().stream().filter(c -> !table.key().contains(c)).toList();
    return free.isEmpty() ? table.writable() : free;
  }

  private List<Assignment> assigned(List<ColumnModel> choice, TableModel table) {
    return chance.some(chance.between(1, 2), choice).stream()
        .map(column -> assigned(column, table))
        .toList();
  }

  private Assignment assigned(ColumnModel column, TableModel table) {
    return switch (chance.between(0, 5)) {
      case 0 -> Assignment.computed(column, like(column, table).orElse(column).name());
      case 1 ->
          column.domain().isNumber()
              ? Assignment.computed(column, column.name() + " + 1")
              : Assignment.of(column, column.literal(chance));
      default -> Assignment.of(column, column.literal(chance));
    };
  }

  private static String text(List<Assignment> assignments) {
    return assignments.stream().map(Assignment::toString).collect(joining(", "));
  }

  String condition(TableModel table) {
    return chance.percent(15)
        ? "1 = 1"
        : new RandomExpressions(chance, idiom, table.columns()).condition();
  }

  private Step prepared(int session, TableModel table, boolean batch) {
    List<ColumnModel> columns = table.writable();
    List<List<String>> rows = new ArrayList<>();
    int count =
        batch
            ? chance.between(Math.min(2, mostInBatch), mostInBatch)
            : chance.between(1, mostPrepared);
    boolean inserts = chance.percent(60);
    ColumnModel set = chance.one(columns);
    ColumnModel by = chance.one(table.columns());
    for (int i = 0; i < count; i++) {
      rows.add(
          inserts
              ? columns.stream().map(c -> c.literal(chance)).toList()
              : List.of(set.literal(chance), by.literal(chance)));
    }
    String sql =
        inserts
            ? chance
                .one(idiom.writings().prepared())
                .formatted(
                    table.name(),
                    list(columns),
                    columns.stream().map(c -> "?").collect(joining(", ")))
            : idiom.writings().preparedUpdate().formatted(table.name(), set.name(), by.name());
    return new Step.Prepared(session, sql, rows, batch);
  }
}
