package org.mview.cli.shell;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mview.cli.output.Cell;
import org.mview.cli.output.RowWriter;

/** Tables and views in words: all of them, or the columns and indexes of one. */
final class Describe {
  /** Longer than this is how drivers say that there is no limit. */
  private static final int LONGEST_SIZE = 1_000_000;

  private final DatabaseMetaData metaData;

  Describe(Connection connection) throws SQLException {
    this.metaData = connection.getMetaData();
  }

  static void list(List<Relation> relations, RowWriter out) {
    out.header(List.of("name", "type"));
    relations.forEach(r -> out.row(List.of(Cell.text(r.name()), Cell.text(r.type()))));
    out.end();
  }

  void columns(Relation relation, RowWriter out) throws SQLException {
    Set<String> key = primaryKey(relation);
    out.header(List.of("column", "type", "null", "key"));
    try (ResultSet columns =
        metaData.getColumns(relation.catalog(), relation.schema(), relation.name(), "%")) {
      while (columns.next()) {
        if (columns.getString("TABLE_NAME").equals(relation.name())) {
          out.row(column(columns, key));
        }
      }
    }
    out.end();
  }

  /** Index name → its columns, with "unique" before them where it is. */
  Map<String, String> indexes(Relation relation) throws SQLException {
    Map<String, String> indexes = new LinkedHashMap<>();
    try (ResultSet parts =
        metaData.getIndexInfo(
            relation.catalog(), relation.schema(), relation.name(), false, true)) {
      while (parts.next()) {
        String name = parts.getString("INDEX_NAME");
        String column = parts.getString("COLUMN_NAME");
        if (name != null && column != null) {
          String kind = parts.getBoolean("NON_UNIQUE") ? "on " : "unique on ";
          indexes.merge(name, kind + column, (before, one) -> before + ", " + column);
        }
      }
    }
    return indexes;
  }

  private Set<String> primaryKey(Relation relation) throws SQLException {
    Set<String> columns = new HashSet<>();
    try (ResultSet key =
        metaData.getPrimaryKeys(relation.catalog(), relation.schema(), relation.name())) {
      while (key.next()) {
        columns.add(key.getString("COLUMN_NAME"));
      }
    }
    return columns;
  }

  private static List<Cell> column(ResultSet column, Set<String> key) throws SQLException {
    String name = column.getString("COLUMN_NAME");
    boolean nullable = column.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
    return List.of(
        Cell.text(name),
        Cell.text(type(column)),
        Cell.text(nullable ? "" : "not null"),
        Cell.text(key.contains(name) ? "primary key" : ""));
  }

  private static String type(ResultSet column) throws SQLException {
    String type = column.getString("TYPE_NAME");
    int size = column.getInt("COLUMN_SIZE");
    int digits = column.getInt("DECIMAL_DIGITS");
    if (type.contains("(") || size <= 0 || size > LONGEST_SIZE) {
      return type;
    }
    return switch (column.getInt("DATA_TYPE")) {
      case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
          "%s(%d)".formatted(type, size);
      case Types.DECIMAL, Types.NUMERIC -> "%s(%d,%d)".formatted(type, size, digits);
      default -> type;
    };
  }
}
