package org.mview.concurrency;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at all views of a database, and at the logs that they read. */
final class Views {
  /** Behind those that they read: views are made in that order. */
  private static final String ALL =
      "SELECT m.mview_name FROM user_mviews m JOIN \"mview$view\" v ON v.name = m.mview_name ";

  private final Connection connection;

  /** The views of the database of a connection of ours, on which nothing is open. */
  Views(Connection connection) {
    this.connection = connection;
  }

  private List<String> all(String condition) throws SQLException {
    return Sql.rows(connection, ALL + condition + " ORDER BY v.id");
  }

  /** Those that say that they have everything. */
  List<String> fresh() throws SQLException {
    return all("WHERE staleness = 'FRESH'");
  }

  /** Those that differ from their queries as bags, and how many rows of them do. */
  List<String> wrong(boolean onlyFresh) throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String view : all("")) {
      String query = of(view, "query");
      // One statement: views, logs and masters at one moment.
      String difference =
          Sql.rows(
                  connection,
                  """
                  SELECT CASE WHEN staleness <> 'FRESH' AND %3$s THEN 0 ELSE (\
                  SELECT COUNT(*) FROM ((SELECT * FROM %1$s EXCEPT ALL (%2$s)) \
                  UNION ALL ((%2$s) EXCEPT ALL SELECT * FROM %1$s)) AS d) END \
                  FROM user_mviews WHERE mview_name = '%1$s'\
                  """
                      .formatted(view, query, onlyFresh))
              .get(0);
      if (!difference.equals("0")) {
        wrong.add("%s: %s".formatted(view, difference));
      }
    }
    return wrong;
  }

  private String of(String view, String column) throws SQLException {
    return Sql.rows(
            connection,
            "SELECT %s FROM user_mviews WHERE mview_name = '%s'".formatted(column, view))
        .get(0);
  }

  /** Refreshes all from the logs, but for those that cannot be, which are filled anew. */
  List<String> refreshFast() throws SQLException {
    List<String> all = all("");
    for (String view : all) {
      String method = of(view, "refresh_method").equals("FAST") ? "F" : "C";
      Sql.execute(connection, "CALL DBMS_MVIEW.REFRESH('%s', '%s')".formatted(view, method));
    }
    return all;
  }

  /** The logs in which rows are left that all of their readers have seen. */
  List<String> leftInLogs() throws SQLException {
    List<String> left = new ArrayList<>();
    String logs =
        """
        SELECT name FROM "mview$log" WHERE id IN (SELECT log_id FROM "mview$reader") ORDER BY id\
        """;
    for (String log : Sql.rows(connection, logs)) {
      String rows = Sql.rows(connection, "SELECT COUNT(*) FROM \"%s\"".formatted(log)).get(0);
      if (!rows.equals("0")) {
        left.add("%s: %s".formatted(log, rows));
      }
    }
    return left;
  }
}
