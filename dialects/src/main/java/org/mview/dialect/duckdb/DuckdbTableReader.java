package org.mview.dialect.duckdb;

import static org.mview.dialect.duckdb.DuckdbNames.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableInfo;
import org.mview.dialect.TableInfo.Kind;
import org.mview.dialect.TableInfo.Unique;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/** Reads one table. */
final class DuckdbTableReader {
  private static final String COLUMNS =
      """
      SELECT column_name, data_type, is_nullable, column_default FROM duckdb_columns() \
      WHERE (database_name = current_database() OR database_name = 'temp') \
      AND schema_name = ? AND table_name = ? ORDER BY database_name = 'temp' DESC, column_index""";

  private static final String UNIQUES =
      """
      SELECT constraint_type = 'PRIMARY KEY', array_to_string(list_transform(constraint_column_names, \
      lambda c: replace(c, ' ', '  ')), ' , ') FROM duckdb_constraints() \
      WHERE database_name IN (current_database(), 'temp') AND schema_name = ? AND table_name = ? \
      AND constraint_type IN ('PRIMARY KEY', 'UNIQUE') ORDER BY 1 DESC, 2""";

  private static final String VIEW_QUERY =
      """
      SELECT sql FROM duckdb_views() WHERE database_name = current_database() \
      AND schema_name = ? AND view_name = ?""";

  private static final String DEFINITION =
      "SELECT %s FROM (VALUES (?, ?)) AS d (s, t)".formatted(DuckdbDefinition.of("d.s", "d.t"));

  private final Connection connection;
  private final QualifiedName name;
  private final Kind kind;

  DuckdbTableReader(Connection connection, QualifiedName name, Kind kind) {
    this.connection = connection;
    this.name = name;
    this.kind = kind;
  }

  /** A column, and what it is if nobody says: SQL, or empty. */
  private record Read(TableColumn column, Optional<String> otherwise) {}

  /** A constraint. */
  private record Key(boolean primary, List<Identifier> columns) {}

  /** What one row of an answer says. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  TableInfo read() throws SQLException {
    List<Read> read = all(COLUMNS, DuckdbTableReader::column);
    List<TableColumn> columns = read.stream().map(Read::column).distinct().toList();
    List<Key> keys = all(UNIQUES, DuckdbTableReader::key);
    List<Identifier> primary =
        keys.stream().filter(Key::primary).findFirst().map(Key::columns).orElse(List.of());
    Table table = new Table(name, columns, primary.isEmpty() ? List.of() : List.of(primary));
    return new TableInfo(
        kind,
        table,
        primary,
        keys.stream().map(DuckdbTableReader::unique).toList(),
        // What is never read: log rows hold whole images, and no container is found by row.
        primary.isEmpty() ? columns.stream().map(TableColumn::name).toList() : primary,
        Map.of(),
        defaults(read),
        kind == Kind.VIEW ? Optional.of(viewQuery()) : Optional.empty(),
        all(DEFINITION, row -> String.valueOf(row.getString(1))).get(0));
  }

  private static Map<Identifier, String> defaults(List<Read> columns) {
    Map<Identifier, String> defaults = new HashMap<>();
    for (Read read : columns) {
      read.otherwise().ifPresent(value -> defaults.put(read.column().name(), value));
    }
    return defaults;
  }

  private <T> List<T> all(String sql, Reader<T> reader) throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name.schema().orElseThrow().text());
      statement.setString(2, name.name().text());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(reader.read(row));
        }
      }
    }
    return all;
  }

  private static Read column(ResultSet row) throws SQLException {
    DuckdbType known = new DuckdbType(row.getString(2));
    Type type =
        new Type(
            row.getString(2),
            known.arithmetic(),
            row.getBoolean(3),
            Optional.empty(),
            known.sharp(),
            true);
    return new Read(
        new TableColumn(Identifier.of(row.getString(1)), type),
        Optional.ofNullable(row.getString(4)));
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        row.getBoolean(1),
        Stream.of(row.getString(2).split(" , "))
            .map(column -> Identifier.of(column.replace("  ", " ")))
            .toList());
  }

  private static Unique unique(Key key) {
    return new Unique(
        key.columns().stream().map(column -> NAMES.quoted(column.text())).toList(),
        Optional.empty());
  }

  /** DuckDB keeps the whole statement, as it writes it itself. */
  private String viewQuery() throws SQLException {
    String sql = all(VIEW_QUERY, row -> row.getString(1)).get(0).strip();
    String create = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    return DuckdbViewText.query(create);
  }
}
