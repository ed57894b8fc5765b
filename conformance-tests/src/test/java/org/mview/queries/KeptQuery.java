package org.mview.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mview.error.MViewError;

/** A query that is kept as two views, one ON DEMAND and one ON COMMIT, and compared with both. */
final class KeptQuery {
  private static final String NOT_FAST = "cannot be refreshed fast: ";

  private final Connection ours;
  private final Connection raw;
  private final String query;
  private final Set<List<List<@Nullable Object>>> answers = new HashSet<>();
  private boolean onQuery;
  private String fastOrReason = Expectations.FAST;

  /**
   * Keeps a query.
   *
   * @param ours a connection through our driver, on which the application writes
   * @param raw one of another program, on which views and query are read
   */
  KeptQuery(Connection ours, Connection raw, String query) {
    this.ours = ours;
    this.raw = raw;
    this.query = query;
  }

  /** Answers {@link Expectations#FAST}, or why the views are not. */
  String create() throws SQLException {
    try {
      create("demanded", "FAST ON DEMAND");
    } catch (SQLException e) {
      if (e.getErrorCode() != MViewError.NOT_FAST_REFRESHABLE.code()) {
        throw e;
      }
      fastOrReason = reason(String.valueOf(e.getMessage()));
      create("demanded", "FORCE ON DEMAND");
    }
    create("committed", isFast() ? "FAST ON COMMIT" : "FORCE ON COMMIT");
    return fastOrReason;
  }

  /** Lets the view ON DEMAND be read as a refresh would make it, where that can be. */
  void enableOnQuery() throws SQLException {
    try {
      execute(ours, "ALTER MATERIALIZED VIEW demanded ENABLE ON QUERY COMPUTATION");
      onQuery = true;
    } catch (SQLException e) {
      if (e.getErrorCode() != MViewError.ON_QUERY_NOT_POSSIBLE.code()) {
        throw e;
      }
    }
  }

  /** The view ON DEMAND, read with what is pending, must be right before any commit. */
  void changed(String what) throws SQLException {
    if (onQuery) {
      SameRows.difference(rows(ours, "SELECT /*+ FRESH_MV */ * FROM demanded"), rows(ours, query))
          .ifPresent(difference -> fail("FRESH_MV after\n%s%s", what, difference));
    }
  }

  private static String reason(String message) {
    int start = message.indexOf(NOT_FAST);
    return (start < 0 ? message : message.substring(start + NOT_FAST.length()))
        .replaceAll("\\s+", " ");
  }

  boolean isFast() {
    return fastOrReason.equals(Expectations.FAST);
  }

  private void create(String name, String refresh) throws SQLException {
    execute(ours, "CREATE MATERIALIZED VIEW %s REFRESH %s AS %s".formatted(name, refresh, query));
  }

  /** The view ON COMMIT must be right now. */
  void committed(String what) throws SQLException {
    check("committed", what);
  }

  /** Refreshes the view ON DEMAND, by its changes where that is possible. */
  void refresh(String what) throws SQLException {
    execute(ours, "EXEC DBMS_MVIEW.REFRESH('demanded', '%s')".formatted(isFast() ? "F" : "?"));
    check("demanded", what);
  }

  private void check(String view, String what) throws SQLException {
    List<List<@Nullable Object>> expected = rows(raw, query);
    answers.add(expected);
    SameRows.difference(rows(raw, "SELECT * FROM " + view), expected)
        .ifPresent(difference -> fail("%s after\n%s%s", view, what, difference));
  }

  /** Each has been refreshed by its changes the last time. */
  void checkLastRefreshes() throws SQLException {
    assertThat(rows(raw, "SELECT LOWER(mview_name), last_refresh_type FROM user_mviews ORDER BY 1"))
        .containsExactly(List.of("committed", "FAST"), List.of("demanded", "FAST"));
  }

  /** A query whose answer is always the same proves nothing. */
  void checkThatItsAnswerChanged() {
    assertThat(answers).as("different answers").hasSizeGreaterThan(1);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A number without a declared scale may show more digits than another that is equal. */
  private static @Nullable Object comparable(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
  }

  private static List<List<@Nullable Object>> rows(Connection connection, String sql)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          Object value = row.getObject(i);
          values.add(value instanceof Integer whole ? Long.valueOf(whole) : comparable(value));
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
