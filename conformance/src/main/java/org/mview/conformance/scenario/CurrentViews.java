package org.mview.conformance.scenario;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.conformance.FreshDatabase;
import org.mview.dialect.Dialect;

/**
 * After each step: what is committed of each view that the dictionary calls FRESH equals what its
 * query answers, read as another program would read it; and the views that are not FRESH are those
 * of which the step says so.
 */
final class CurrentViews implements AutoCloseable {
  private static final String FRESH = "FRESH";

  private final Dialect dialect;
  private final Connection raw;

  CurrentViews(FreshDatabase database, Dialect dialect) throws SQLException {
    this.dialect = dialect;
    this.raw = database.connectRaw();
    raw.setAutoCommit(false); // everything is read in one state of the database
  }

  /** A view, as USER_MVIEWS has it. */
  private record View(String name, String query, String staleness) {}

  /**
   * What is wrong; empty when nothing is.
   *
   * @param said the staleness that the step gives for views, by their names in lower case
   */
  Optional<String> difference(Map<String, String> said) throws SQLException {
    try {
      return firstDifference(said);
    } finally {
      raw.rollback();
    }
  }

  private Optional<String> firstDifference(Map<String, String> said) throws SQLException {
    List<View> views = views();
    for (String name : said.keySet()) {
      if (views.stream().noneMatch(view -> key(view.name()).equals(name))) {
        return Optional.of("there is no view %s".formatted(name));
      }
    }
    for (View view : views) {
      Optional<String> wrong = difference(view, said.getOrDefault(key(view.name()), FRESH));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  static String key(String name) {
    return name.replace("\"", "").toLowerCase(Locale.ROOT);
  }

  private Optional<String> difference(View view, String expected) throws SQLException {
    if (!view.staleness().equals(expected)) {
      return Optional.of(
          "view %s is %s after this step, and not %s"
              .formatted(view.name(), view.staleness(), expected));
    } else if (!expected.equals(FRESH)) {
      return Optional.empty();
    }
    Table query = read(view.query());
    Table rows = read("select * from " + dialect.quoted(view.name()));
    if (rows.columns().size() > query.columns().size()) {
      rows = read(view, query.columns()); // a prebuilt table may have columns of its own
    }
    return Answer.difference(new Table(rows.columns(), query.rows()), rows, false)
        .map(
            wrong ->
                "view %s is FRESH, but is not what its query answers: %s"
                    .formatted(view.name(), wrong));
  }

  private Table read(View view, List<String> columns) throws SQLException {
    String names = columns.stream().map(dialect::quoted).collect(Collectors.joining(", "));
    return read("select %s from %s".formatted(names, dialect.quoted(view.name())));
  }

  private List<View> views() throws SQLException {
    List<View> views = new ArrayList<>();
    if (!hasDictionary()) {
      return views;
    }
    try (Statement statement = raw.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select mview_name, query, staleness from user_mviews order by mview_name")) {
      while (row.next()) {
        views.add(new View(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    return views;
  }

  /** It is made with the first view. */
  private boolean hasDictionary() throws SQLException {
    try (ResultSet views = raw.getMetaData().getTables(null, null, "%", new String[] {"VIEW"})) {
      while (views.next()) {
        if (views.getString("TABLE_NAME").equalsIgnoreCase("user_mviews")) {
          return true;
        }
      }
    }
    return false;
  }

  private Table read(String sql) throws SQLException {
    try (Statement statement = raw.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Answer.read(rows);
    }
  }

  @Override
  public void close() throws SQLException {
    raw.close();
  }
}
