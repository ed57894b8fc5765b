package org.mview.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.Functions;

/**
 * PostgreSQL's functions, as its catalog lists them. Which of several functions of a name is meant
 * depends on the types of the arguments, which are not known here: so it is the worst of them.
 */
final class PostgresFunctions implements Functions {
  /** A function with defaults takes fewer arguments, and a variadic one more. */
  private static final String FIND =
      """
      SELECT p.prokind, p.proretset, p.provolatile, ? BETWEEN p.pronargs - p.pronargdefaults \
      AND CASE WHEN p.provariadic = 0 THEN p.pronargs ELSE 32767 END AS fits, \
      'timestamptz'::regtype = ANY (p.proargtypes) AS reads_zone \
      FROM pg_catalog.pg_proc p WHERE p.proname = ? AND pg_function_is_visible(p.oid)""";

  /** What the grammar knows, and no catalog lists; or lists as another function. */
  private static final Map<String, Kind> OF_THE_GRAMMAR =
      Stream.concat(
              Stream.of("coalesce", "nullif", "greatest", "least", "trim")
                  .map(name -> Map.entry(name, Kind.SCALAR)),
              Stream.of(
                      "current_date",
                      "current_time",
                      "current_timestamp",
                      "localtime",
                      "localtimestamp",
                      "current_user",
                      "session_user",
                      "system_user",
                      "current_role",
                      "user",
                      "current_catalog",
                      "current_schema",
                      // json_object(text[]) is listed; JSON_OBJECT(KEY … VALUE …) writes dates as
                      // the session does.
                      "json_object")
                  .map(name -> Map.entry(name, Kind.VOLATILE)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  /**
   * Only for a timestamp with time zone does the time zone of the session come in; of all others
   * the value is the same always.
   */
  private static final Set<String> STABLE_BY_ZONE_ALONE =
      Set.of("date_trunc", "date_part", "extract");

  /** Procedures, and functions that say of themselves that they may do anything. */
  private static final String CHANGING_ROWS =
      """
      SELECT DISTINCT LOWER(p.proname) FROM pg_catalog.pg_proc p \
      JOIN pg_catalog.pg_language l ON l.oid = p.prolang \
      WHERE p.oid >= %s AND p.prokind IN ('f', 'p') AND p.provolatile = 'v' \
      AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype) \
      AND l.lanname NOT IN ('c', 'internal')"""
          .formatted(PostgresTables.FIRST_OWN_ID);

  /** What is listed of one function. */
  private record Listed(char kind, boolean set, char volatility, boolean fits, boolean readsZone) {}

  @Override
  public Set<String> changingRows(Connection connection) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CHANGING_ROWS)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  @Override
  public Kind kind(Connection connection, String name, List<String> arguments) throws SQLException {
    Kind known = OF_THE_GRAMMAR.get(name);
    return known != null ? known : worst(name, listed(connection, name, arguments.size()));
  }

  private static List<Listed> listed(Connection connection, String name, int arguments)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setInt(1, arguments);
      find.setString(2, name);
      try (ResultSet row = find.executeQuery()) {
        Stream.Builder<Listed> listed = Stream.builder();
        while (row.next()) {
          listed.add(
              new Listed(
                  row.getString(1).charAt(0),
                  row.getBoolean(2),
                  row.getString(3).charAt(0),
                  row.getBoolean(4),
                  row.getBoolean(5)));
        }
        return listed.build().toList();
      }
    }
  }

  private static Kind worst(String name, List<Listed> listed) {
    if (listed.stream().anyMatch(function -> function.kind() == 'a')) {
      return Kind.AGGREGATE;
    } else if (!listed.isEmpty()
        && listed.stream().allMatch(f -> f.kind() == 'w' && f.volatility() == 'i')) {
      return Kind.AGGREGATE; // of a window
    }
    List<Listed> meant = meant(name, listed);
    if (meant.isEmpty() || meant.stream().anyMatch(f -> f.kind() != 'f' || f.set())) {
      return Kind.UNKNOWN;
    }
    return meant.stream().allMatch(f -> f.volatility() == 'i') ? Kind.SCALAR : Kind.VOLATILE;
  }

  /** Those that take as many arguments; all, where the grammar counts them in another way. */
  private static List<Listed> meant(String name, List<Listed> listed) {
    List<Listed> all =
        listed.stream()
            .filter(f -> !(f.readsZone() && STABLE_BY_ZONE_ALONE.contains(name)))
            .toList();
    List<Listed> fitting = all.stream().filter(Listed::fits).toList();
    return fitting.isEmpty() ? all : fitting;
  }
}
