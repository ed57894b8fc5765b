package org.mview.dialect.h2;

import static org.mview.dialect.h2.H2Names.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableInfo;
import org.mview.dialect.TableInfo.Kind;
import org.mview.dialect.TableInfo.Unique;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/** Reads one table. */
final class H2TableReader {
  private static final String COLUMNS =
      """
      SELECT COLUMN_NAME, DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER), \
      DATA_TYPE, IS_NULLABLE, COALESCE(COLLATION_NAME, 'OFF') = 'OFF' \
      FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? \
      ORDER BY ORDINAL_POSITION""";

  private static final String UNIQUES =
      """
      SELECT i.INDEX_NAME, c.COLUMN_NAME, i.INDEX_TYPE_NAME = 'PRIMARY KEY' \
      FROM INFORMATION_SCHEMA.INDEXES AS i JOIN INFORMATION_SCHEMA.INDEX_COLUMNS AS c \
      ON c.INDEX_SCHEMA = i.INDEX_SCHEMA AND c.INDEX_NAME = i.INDEX_NAME \
      WHERE i.TABLE_SCHEMA = ? AND i.TABLE_NAME = ? AND c.IS_UNIQUE \
      ORDER BY i.INDEX_TYPE_NAME <> 'PRIMARY KEY', i.INDEX_NAME, c.ORDINAL_POSITION""";

  private static final String VIEW_QUERY =
      """
      SELECT VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS \
      WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?""";

  private static final String DEFINITION =
      "SELECT %s FROM (VALUES (?, ?)) AS d (s, t)".formatted(H2Definition.of("d.s", "d.t"));

  private final Connection connection;
  private final QualifiedName name;
  private final Kind kind;

  H2TableReader(Connection connection, QualifiedName name, Kind kind) {
    this.connection = connection;
    this.name = name;
    this.kind = kind;
  }

  /** A column of an index. */
  private record Indexed(String index, Identifier column, boolean primary) {}

  /** What one row of an answer says. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  TableInfo read() throws SQLException {
    List<TableColumn> columns = all(COLUMNS, H2TableReader::column);
    Map<String, List<Indexed>> indexes = new LinkedHashMap<>();
    for (Indexed indexed : all(UNIQUES, H2TableReader::indexed)) {
      indexes.computeIfAbsent(indexed.index(), i -> new ArrayList<>()).add(indexed);
    }
    List<Identifier> primary =
        indexes.values().stream()
            .flatMap(List::stream)
            .filter(Indexed::primary)
            .map(Indexed::column)
            .toList();
    Table table = new Table(name, columns, primary.isEmpty() ? List.of() : List.of(primary));
    return new TableInfo(
        kind,
        table,
        primary,
        indexes.values().stream().map(H2TableReader::unique).toList(),
        // What is never read: log rows hold whole images, and no container is found by row.
        primary.isEmpty() ? columns.stream().map(TableColumn::name).toList() : primary,
        Map.of(),
        Map.of(),
        kind == Kind.VIEW
            ? all(VIEW_QUERY, row -> H2Text.plain(row.getString(1))).stream().findFirst()
            : Optional.empty(),
        all(DEFINITION, row -> String.valueOf(row.getString(1))).get(0));
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

  private static TableColumn column(ResultSet row) throws SQLException {
    H2Type known = new H2Type(row.getString(3), row.getBoolean(5));
    Type type =
        new Type(
            row.getString(2),
            known.arithmetic(),
            !"NO".equals(row.getString(4)),
            Optional.empty(),
            known.sharp(),
            true);
    return new TableColumn(Identifier.of(row.getString(1)), type);
  }

  private static Indexed indexed(ResultSet row) throws SQLException {
    return new Indexed(row.getString(1), Identifier.of(row.getString(2)), row.getBoolean(3));
  }

  private static Unique unique(List<Indexed> index) {
    return new Unique(
        index.stream().map(indexed -> NAMES.quoted(indexed.column().text())).toList(),
        Optional.empty());
  }
}
