package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mview.conformance.Sql;

/** Looks at a database that processes have left. */
final class Aftermath {
  private final Path file;

  Aftermath(Path file) {
    this.file = file;
  }

  private Connection connect(Path path) throws SQLException {
    return DriverManager.getConnection(url(path), Words.of(url(path)).properties());
  }

  /** Our URL of a file. */
  static String url(Path file) {
    return "jdbc:mview:sqlite:" + file;
  }

  /** Nothing that was said to be committed is lost, and nothing that came before it. */
  void assertCommitted(String writer, int last) throws SQLException {
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertThat(Sql.rows(raw, "PRAGMA integrity_check")).containsExactly("ok");
      String numbers =
          "SELECT COALESCE(MAX(n), 0) || ' of ' || COUNT(*) FROM ledger WHERE writer = '%s'";
      String[] left = Sql.rows(raw, numbers.formatted(writer)).get(0).split(" of ");
      assertThat(Integer.parseInt(left[0])).as("last transaction").isGreaterThanOrEqualTo(last);
      assertThat(left[1]).as("transactions in all").isEqualTo(left[0]);
    }
  }

  /** Every view is right, or says that it is not, and then one refresh makes it right. */
  void assertViewsAreRight() throws SQLException {
    try (Connection connection = connect(file)) {
      assertViewsAreRight(connection);
    }
  }

  /** The same of any database. */
  static void assertViewsAreRight(Connection connection) throws SQLException {
    if (hasViews(connection)) {
      assertFreshViewsAreRight(connection);
      for (String view : Sql.rows(connection, "SELECT MVIEW_NAME FROM user_mviews")) {
        if (isRefreshable(connection, view)) {
          Sql.execute(connection, "CALL DBMS_MVIEW.REFRESH('%s', nested => TRUE)".formatted(view));
          assertThat(staleness(connection, view)).as("%s after a refresh", view).isEqualTo("FRESH");
          assertRight(connection, view);
        }
      }
    }
  }

  /** Every view is right, or says that it is not. */
  static void assertFreshViewsAreRight(Connection connection) throws SQLException {
    if (!hasViews(connection)) {
      return;
    }
    for (String view : Sql.rows(connection, "SELECT MVIEW_NAME FROM user_mviews")) {
      if (staleness(connection, view).equals("FRESH")) {
        assertRight(connection, view);
      }
    }
  }

  private static boolean hasViews(Connection connection) throws SQLException {
    try (ResultSet views =
        connection.getMetaData().getTables(null, null, "%", new String[] {"VIEW"})) {
      while (views.next()) {
        if (views.getString("TABLE_NAME").equalsIgnoreCase("USER_MVIEWS")) {
          return true;
        }
      }
    }
    return false;
  }

  private static String staleness(Connection connection, String view) throws SQLException {
    return Sql.rows(
            connection, "SELECT STALENESS FROM user_mviews WHERE MVIEW_NAME = '%s'".formatted(view))
        .get(0);
  }

  /** A view whose master was dropped has to wait for it. */
  private static boolean isRefreshable(Connection connection, String view) throws SQLException {
    return !view.equals("totals")
        || Sql.rows(connection, "SELECT MVIEW_NAME FROM user_mviews").contains("sums");
  }

  private static void assertRight(Connection connection, String view) throws SQLException {
    String query =
        Sql.rows(
                connection, "SELECT QUERY FROM user_mviews WHERE MVIEW_NAME = '%s'".formatted(view))
            .get(0);
    List<String> held = Sql.rows(connection, "SELECT * FROM " + view);
    List<String> expected = Sql.rows(connection, query);
    held.sort(null);
    expected.sort(null);
    assertThat(held).as(view).isEqualTo(expected);
  }

  /** When all views and logs are dropped, nothing of them is left; tried on a copy. */
  void assertNothingIsLeftOver() throws SQLException {
    Path copy = file.resolveSibling("copy of " + file.getFileName());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Sql.execute(connection, "VACUUM INTO '%s'".formatted(copy));
    }
    try (Connection connection = connect(copy)) {
      if (hasViews(connection)) {
        for (String view : Sql.rows(connection, "SELECT MVIEW_NAME FROM user_mviews")) {
          Sql.execute(connection, "DROP MATERIALIZED VIEW " + view);
        }
        for (String master : Sql.rows(connection, "SELECT MASTER FROM USER_MVIEW_LOGS")) {
          Sql.execute(connection, "DROP MATERIALIZED VIEW LOG ON " + master);
        }
        assertClean(connection);
      }
    } finally {
      delete(copy);
    }
  }

  private static void assertClean(Connection connection) throws SQLException {
    Set<String> left =
        new TreeSet<>(
            Sql.rows(
                connection,
                """
                SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' \
                AND type IN ('table', 'trigger', 'index')"""));
    left.removeIf(name -> name.matches("table (ledger|customer|orders)"));
    for (String object : left) {
      assertThat(object).as("left over").startsWith("table mview$");
      String table = object.substring("table ".length());
      if (!table.equals("mview$registry")) {
        assertThat(Sql.rows(connection, "SELECT * FROM \"%s\"".formatted(table)))
            .as(table)
            .isEmpty();
      }
    }
  }

  private static void delete(Path copy) {
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      copy.resolveSibling(copy.getFileName() + suffix).toFile().delete();
    }
    assertThat(Files.exists(copy)).isFalse();
  }
}
