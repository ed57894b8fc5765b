package org.mview.cli.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.mview.cli.shell.Relations;
import org.mview.cli.shell.ViewNames;

/** A materialized view as USER_MVIEWS has it. */
record RegisteredView(String name, String query, String staleness, String buildMode) {
  private static final String VIEWS =
      "SELECT MVIEW_NAME, QUERY, STALENESS, BUILD_MODE FROM USER_MVIEWS ORDER BY MVIEW_NAME";

  /** Names of all views there are; none where there is no dictionary. */
  static List<String> names(Connection connection) throws SQLException {
    return ViewNames.areListedBy(Relations.here(connection))
        ? all(connection).stream().map(RegisteredView::name).toList()
        : List.of();
  }

  /** The view of this name as it is at the moment, in the caller's transaction. */
  static RegisteredView named(Connection connection, String name) throws SQLException {
    return all(connection).stream()
        .filter(view -> view.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new SQLException("materialized view " + name + " is gone", "42S02"));
  }

  private static List<RegisteredView> all(Connection connection) throws SQLException {
    List<RegisteredView> views = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(VIEWS)) {
      while (row.next()) {
        views.add(
            new RegisteredView(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
      }
    }
    return views;
  }

  /** Whether it is in a table that may have other columns, and in another order. */
  boolean isPrebuilt() {
    return buildMode.equals("PREBUILT");
  }

  /** Whether it claims to hold what its query answers. */
  boolean claimsToBeFresh() {
    return staleness.equals("FRESH");
  }
}
