package org.mview.concurrency;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mview.conformance.Sql;

/** Looks at all views of a database, and at the logs that they read. */
final class Views {
  /** Behind those that they read: views are made in that order. */
  private static final String ALL =
      "SELECT m.mview_name FROM user_mviews m JOIN mview$view v ON v.name = m.mview_name ";

  private final Connection connection;

  /** The views of the database of a connection of ours, on which nothing is open. */
  Views(Connection connection) {
    this.connection = connection;
  }

  private List<String> all(String condition) throws SQLException {
    return Sql.rows(connection, quoted(ALL + condition + " ORDER BY v.id"));
  }

  /** Names of ours are in small letters everywhere. */
  private String quoted(String sql) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    return sql.replaceAll("mview\\$\\w+", quote + "$0" + quote);
  }

  /** Those that say that they have everything, in small letters. */
  List<String> fresh() throws SQLException {
    return all("WHERE staleness = 'FRESH'").stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Those that differ from their queries as bags, and how many rows of them do. */
  List<String> wrong(boolean onlyFresh) throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String view : all("")) {
      int difference = oneMoment(() -> difference(view, onlyFresh));
      if (difference > 0) {
        wrong.add("%s: %s".formatted(view, difference));
      }
    }
    return wrong;
  }

  /** Something that is read. */
  @FunctionalInterface
  private interface Reading {
    int read() throws SQLException;
  }

  /** Views, logs and masters as they are at one moment. */
  private int oneMoment(Reading reading) throws SQLException {
    int level = connection.getTransactionIsolation();
    boolean snapshotOfEach = connection.getMetaData().getDatabaseProductName().equals("H2");
    connection.setTransactionIsolation(
        snapshotOfEach // table, at REPEATABLE READ
            ? Connection.TRANSACTION_SERIALIZABLE
            : Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try {
      return reading.read();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(level);
    }
  }

  private int difference(String view, boolean onlyFresh) throws SQLException {
    if (onlyFresh && !of(view, "staleness").equals("FRESH")) {
      return 0;
    }
    List<String> rows = Sql.rows(connection, "SELECT * FROM " + view);
    List<String> expected = new ArrayList<>(Sql.rows(connection, of(view, "query")));
    int more = 0;
    for (String row : rows) {
      more += expected.remove(row) ? 0 : 1;
    }
    return more + expected.size();
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
    String quote = connection.getMetaData().getIdentifierQuoteString();
    String logs =
        """
        SELECT name FROM mview$log WHERE id IN (SELECT log_id FROM mview$reader) ORDER BY id\
        """;
    for (String log : Sql.rows(connection, quoted(logs))) {
      String rows = Sql.rows(connection, "SELECT COUNT(*) FROM " + quote + log + quote).get(0);
      if (!rows.equals("0")) {
        left.add("%s: %s".formatted(log, rows));
      }
    }
    return left;
  }
}
