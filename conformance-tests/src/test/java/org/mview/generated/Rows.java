package org.mview.generated;

import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as values that can be compared. */
final class Rows {
  private Rows() {}

  /** The row at which a result set stands; bytes are shown as text of another form. */
  static List<@Nullable Object> of(ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    int columns = row.getMetaData().getColumnCount();
    for (int i = 1; i <= columns; i++) {
      Object value = row.getObject(i);
      values.add(value == null ? null : comparable(value));
    }
    return values;
  }

  private static Object comparable(Object value) throws SQLException {
    if (value instanceof byte[] bytes) {
      return new Bytes(HexFormat.of().formatHex(bytes));
    } else if (value instanceof Blob blob) {
      return comparable(blob.getBytes(1, (int) blob.length()));
    } else if (value instanceof Float number) {
      return number.doubleValue();
    }
    return value instanceof Integer whole ? Long.valueOf(whole) : value;
  }

  /** All rows of a query. */
  static List<List<@Nullable Object>> of(Connection connection, String query) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        rows.add(of(row));
      }
    }
    return rows;
  }

  private record Bytes(String hex) {
    @Override
    public String toString() {
      return "x'" + hex + "'";
    }
  }
}
