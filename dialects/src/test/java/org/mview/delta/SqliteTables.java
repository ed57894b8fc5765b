package org.mview.delta;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mview.algebra.Table;
import org.mview.delta.Bag.Row;

/** The tables of {@link RandomQuery} and their logs, in SQLite. */
final class SqliteTables {
  private final Connection connection;

  SqliteTables(Connection connection) throws SQLException {
    this.connection = connection;
    for (Table table : RandomQuery.TABLES) {
      String columns =
          table.columns().stream()
              .map(column -> column.name() + (column.type().nullable() ? "" : " NOT NULL"))
              .collect(Collectors.joining(", "));
      String key = table.keys().isEmpty() ? "" : ", PRIMARY KEY (id)";
      run("CREATE TABLE %s (%s%s)".formatted(table, columns, key));
      run("CREATE TABLE log_%s (%s, sign)".formatted(table, columns));
    }
  }

  /**
   * Puts these rows into the tables, and these changes into the logs, in place of what is there.
   */
  void fill(Map<String, Bag> rows, Map<String, Bag> changes) throws SQLException {
    for (Table table : RandomQuery.TABLES) {
      run("DELETE FROM " + table);
      run("DELETE FROM log_" + table);
      for (Row row : rows.get(table.toString()).rows()) {
        for (long i = rows.get(table.toString()).weight(row); i > 0; i--) {
          insert(table.toString(), row.values());
        }
      }
      Bag change = changes.get(table.toString());
      for (Row row : change.rows()) {
        for (long i = Math.abs(change.weight(row)); i > 0; i--) {
          insert("log_" + table, signed(row, Long.signum(change.weight(row))));
        }
      }
    }
  }

  private static List<Value> signed(Row row, long sign) {
    return Meaning.append(row, Row.of(List.of(Value.of(sign)))).values();
  }

  private void insert(String table, List<Value> values) throws SQLException {
    run(
        "INSERT INTO %s VALUES (%s)"
            .formatted(
                table, values.stream().map(Value::toString).collect(Collectors.joining(", "))));
  }

  /** The container of a view, filled. */
  SqliteContainer container(Kept kept) throws SQLException {
    return new SqliteContainer(connection, kept);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
