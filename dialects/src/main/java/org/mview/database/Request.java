package org.mview.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement of ours that comes often, and what it has answered once it is run. */
public final class Request<T> {
  private final String sql;
  private final RowReader<T> reader;
  private final List<T> rows = new ArrayList<>();

  /**
   * Asks nothing yet.
   *
   * @param reader of the rows, if it answers with rows
   */
  public Request(String sql, RowReader<T> reader) {
    this.sql = sql;
    this.reader = reader;
  }

  /** A statement that answers with no rows. */
  public static Request<Void> of(String sql) {
    return new Request<>(
        sql,
        row -> {
          throw new IllegalStateException("rows of " + sql);
        });
  }

  String sql() {
    return sql;
  }

  void read(ResultSet result) throws SQLException {
    while (result.next()) {
      rows.add(reader.read(result));
    }
  }

  /** What was read of each row; nothing before it is run. */
  public List<T> rows() {
    return List.copyOf(rows);
  }
}
