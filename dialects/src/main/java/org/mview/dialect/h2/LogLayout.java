package org.mview.dialect.h2;

import static org.mview.dialect.h2.H2Names.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mview.sql.QualifiedName;

/**
 * Which columns of a row a log holds.
 *
 * @param table the log
 * @param insert names no columns: it fails when the log has more of them than it had
 * @param places of the columns of the log in a row of the master, in order; −1 for one that it has
 *     no more
 */
record LogLayout(String table, String insert, List<Integer> places) {
  /** How many columns a log has that are none of the master's, and how many of them are given. */
  private static final int HEAD = 5;

  private static final int GIVEN = 3;

  private static final String PLACES =
      """
      SELECT COALESCE(m.ORDINAL_POSITION - 1, -1) FROM INFORMATION_SCHEMA.COLUMNS AS l \
      LEFT JOIN (SELECT DISTINCT c.COLUMN_NAME, c.ORDINAL_POSITION FROM INFORMATION_SCHEMA.TRIGGERS AS t \
      JOIN INFORMATION_SCHEMA.COLUMNS AS c ON c.TABLE_SCHEMA = t.EVENT_OBJECT_SCHEMA \
      AND c.TABLE_NAME = t.EVENT_OBJECT_TABLE WHERE t.TRIGGER_SCHEMA = ? AND t.TRIGGER_NAME = ?) AS m \
      ON m.COLUMN_NAME = l.COLUMN_NAME \
      WHERE l.TABLE_SCHEMA = ? AND l.TABLE_NAME = ? AND l.ORDINAL_POSITION > ? \
      ORDER BY l.ORDINAL_POSITION""";

  LogLayout {
    places = List.copyOf(places);
  }

  static LogLayout read(Connection connection, String schema, String trigger, String log)
      throws SQLException {
    List<Integer> places = new ArrayList<>();
    try (PreparedStatement read = connection.prepareStatement(PLACES)) {
      read.setString(1, schema);
      read.setString(2, trigger);
      read.setString(3, schema);
      read.setString(4, log);
      read.setInt(5, HEAD);
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          places.add(row.getInt(1));
        }
      }
    }
    String table = NAMES.quoted(QualifiedName.of(schema, log));
    return new LogLayout(
        table,
        "INSERT INTO %s VALUES (DEFAULT, NULL, ?, ?, ?%s)"
            .formatted(table, ", ?".repeat(places.size())),
        places);
  }

  /** Whether the log has no more columns by now. */
  boolean isCurrent(Connection connection) throws SQLException {
    try (PreparedStatement all = connection.prepareStatement("SELECT * FROM " + table)) {
      return all.getMetaData().getColumnCount() == HEAD + places.size();
    }
  }

  /** An update that leaves all as it was is not worth a row. */
  boolean differs(@Nullable Object[] before, @Nullable Object[] after) {
    return places.stream()
        .anyMatch(place -> place >= 0 && !Objects.deepEquals(before[place], after[place]));
  }

  void set(PreparedStatement insert, String type, String age, int sign, @Nullable Object[] row)
      throws SQLException {
    insert.setString(1, type);
    insert.setString(2, age);
    insert.setInt(GIVEN, sign);
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      insert.setObject(GIVEN + 1 + i, place < 0 ? null : row[place]);
    }
  }
}
