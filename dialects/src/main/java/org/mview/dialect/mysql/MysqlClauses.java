package org.mview.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.dialect.Clauses;
import org.mview.dialect.CopiesByValue;
import org.mview.dialect.SqlWriter;
import org.mview.sql.Definition;
import org.mview.sql.Expression;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.Query;
import org.mview.sql.Statement;
import org.mview.sql.Statement.Assignment;

/** The clauses that MySQL and MariaDB say in their own way. */
final class MysqlClauses {
  /** A query with a limit is computed before the table that it reads is changed. */
  private static final String COMPUTED_FIRST =
      "(SELECT * FROM (%s) AS q0 LIMIT 18446744073709551615)";

  static final CopiesByValue COPIES =
      new CopiesByValue(Mysql.SAME, "CAST(CAST(COALESCE(%1$s, %2$s) AS CHAR) AS BINARY)");

  private static final String DIGITS =
      IntStream.rangeClosed(0, 9)
          .mapToObj(i -> i == 0 ? "SELECT 0 AS i" : "SELECT " + i)
          .collect(Collectors.joining(" UNION ALL ", "(", ")"));

  /** A row is repeated less than 10 to the power of this times. */
  private static final int MOST_DIGITS = 9;

  /** A log of few rows would be read as a whole, and others' rows be waited for. */
  private static final String FOUND =
      "%1$s AS g STRAIGHT_JOIN %3$s AS l FORCE INDEX (PRIMARY) ON l.\"ID$$\" = g.%2$s";

  static final Clauses.Taken TAKEN =
      new Clauses.Taken(
          "\"ID$$\"",
          "DELETE l FROM " + FOUND,
          "UPDATE " + FOUND + " SET l.\"SEQUENCE$$\" = %4$s",
          true);

  private MysqlClauses() {}

  /**
   * What is joined is read first.
   *
   * <p>Nothing but tables of ours may stand here: rows that are joined are locked.
   */
  static String deleteJoined(Statement.DeleteJoined delete, SqlWriter writer) {
    if (delete.with().isEmpty()) { // which has no alias before MySQL 8.0.16
      return "DELETE FROM %s WHERE %s"
          .formatted(writer.name(delete.from()), writer.all(delete.where()));
    }
    String alias = writer.name(delete.alias());
    return "DELETE %s FROM %s STRAIGHT_JOIN %s AS %s WHERE %s"
        .formatted(
            alias,
            writer.from(delete.with()),
            writer.name(delete.from()),
            alias,
            writer.all(delete.where()));
  }

  /** Rows have no identity but their values: all copies go, and those that are left come back. */
  static String deleteCopies(Statement.DeleteCopies delete, SqlWriter writer) {
    return "DELETE t FROM %s AS s STRAIGHT_JOIN %s AS t WHERE %s"
        .formatted(
            writer.source(delete.stage()),
            writer.name(delete.from()),
            COPIES.conditions(delete, writer));
  }

  static String updateFrom(Statement.UpdateFrom update, SqlWriter writer) {
    if (update.query() instanceof Query.Select select && select.from().isEmpty()) {
      return MysqlUpsert.ofOnlyRow(update, select, writer);
    }
    return "UPDATE %s AS %s STRAIGHT_JOIN %s AS %s ON %s SET %s"
        .formatted(
            COMPUTED_FIRST.formatted(writer.write(update.query())),
            writer.name(update.queryAlias()),
            writer.name(update.table()),
            writer.name(update.alias()),
            update.on().isEmpty() ? "1 = 1" : writer.all(update.on()),
            inOrder(update.updates(), update.alias()).stream()
                .map(a -> assignment(a, update.alias(), writer))
                .collect(Collectors.joining(", ")));
  }

  static String assignment(Assignment assignment, Identifier table, SqlWriter writer) {
    return "%s.%s = %s"
        .formatted(
            writer.name(table), writer.name(assignment.column()), writer.write(assignment.value()));
  }

  /**
   * A value may be computed of columns as they are already: so a column is changed behind those
   * whose values are made of it.
   */
  static List<Assignment> inOrder(List<Assignment> updates, Identifier table) {
    List<Assignment> left = new ArrayList<>(updates);
    List<Assignment> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Assignment next =
          left.stream()
              .filter(a -> left.stream().noneMatch(o -> !o.equals(a) && reads(o.value(), a, table)))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("columns are made of each other: " + updates));
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static boolean reads(Expression value, Assignment other, Identifier table) {
    return value.equals(new Qualified(table, other.column()))
        || value.parts().stream().anyMatch(part -> reads(part, other, table));
  }

  /** Each row meets the numbers below what it says, digit by digit. */
  static String repeated(Query.Repeated repeated, SqlWriter writer) {
    String times = "r." + writer.name(repeated.times());
    StringBuilder from = new StringBuilder("(" + writer.write(repeated.query()) + ") AS r");
    StringBuilder number = new StringBuilder();
    long power = 1;
    for (int digit = 1; digit <= MOST_DIGITS; digit++) {
      number.append(digit == 1 ? "" : " + ").append("d%s.i * %s".formatted(digit, power));
      from.append(" STRAIGHT_JOIN %s AS d%s ON %s < %s".formatted(DIGITS, digit, number, times));
      power *= 10;
    }
    String columns =
        repeated.columns().stream()
            .map(column -> "r." + writer.name(column))
            .collect(Collectors.joining(", "));
    // Rows without columns have to show something.
    return "SELECT %s FROM %s WHERE 1 = 1".formatted(columns.isEmpty() ? times : columns, from);
  }

  /** A table has columns of the query's types. */
  static String createTable(Definition.CreateTable table, SqlWriter writer) {
    List<Identifier> columns =
        table.columns().stream().map(Definition.ColumnDefinition::name).toList();
    List<String> rules = new ArrayList<>(table.constraints());
    if (!table.organizedBy().isEmpty()) {
      rules.add("PRIMARY KEY (%s)".formatted(writer.names(table.organizedBy())));
    }
    String constraints = rules.isEmpty() ? "" : " (" + SqlWriter.list(rules) + ")";
    return "CREATE TABLE %s%s ENGINE = InnoDB AS %s"
        .formatted(writer.name(table.name()), constraints, noRows(columns, table.rows(), writer));
  }

  /**
   * MariaDB makes no table of a union one of whose columns is NULL in every part; it makes one of a
   * derived table with that column. LIMIT stands outside: within, the union is run.
   */
  static String createStage(Definition.CreateStage stage, SqlWriter writer) {
    String rows =
        stage.rows() instanceof Query.Gathered gathered
            ? "SELECT * FROM (%s) AS g LIMIT 0".formatted(writer.write(gathered))
            : noRows(stage.columns(), stage.rows(), writer);
    return "CREATE TEMPORARY TABLE IF NOT EXISTS %s ENGINE = InnoDB AS %s"
        .formatted(writer.name(stage.name()), rows);
  }

  private static String noRows(List<Identifier> columns, Query rows, SqlWriter writer) {
    return "WITH q (%s) AS (%s) SELECT * FROM q LIMIT 0"
        .formatted(writer.names(columns), writer.write(rows));
  }
}
