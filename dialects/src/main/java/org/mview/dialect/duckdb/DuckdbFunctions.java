package org.mview.dialect.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mview.dialect.Functions;

/** DuckDB's functions: it lists them itself. Macros, its own too, may hide anything. */
final class DuckdbFunctions implements Functions {
  private static final String FIND =
      """
      SELECT DISTINCT function_type, stability FROM duckdb_functions() WHERE function_name = ?""";

  /** It lists them as the same for the same arguments; a session may be set otherwise. */
  private static final Set<String> OF_SESSION =
      Set.of(
          "current_setting",
          "getvariable",
          "current_schema",
          "current_schemas",
          "current_database",
          "current_catalog",
          "current_user",
          "user",
          "session_user",
          "current_query",
          "current_role",
          "age",
          "version",
          "in_search_path",
          "write_log",
          "pg_typeof",
          "error",
          "getenv");

  /** Those that it does not list, or as macros: the same for the same arguments. */
  private static final Set<String> CONSTANT =
      Set.of(
          "coalesce",
          "if",
          "nullif",
          "ifnull",
          "split_part",
          "date_add",
          "round_even",
          "roundbankers",
          "fdiv");

  /** Which of equal values they give, or in which order, depends on how the rows are read. */
  private static final Set<String> BY_CHANCE =
      Set.of(
          "first", "last", "any_value", "arbitrary", "list", "array_agg", "approx_count_distinct");

  /** Columns whose values mean something else under another time zone. */
  private static final String OF_A_ZONE =
      """
      SELECT DISTINCT column_name FROM duckdb_columns() \
      WHERE (data_type LIKE '%TIME ZONE%') AND NOT internal AND NOT starts_with(table_name, 'mview$')""";

  private static final Pattern ZONE =
      Pattern.compile("(?i)\\btimestamptz\\b|\\btime\\s+zone\\b|\\btimetz\\b");

  private static final String DEPENDS =
      "it has times with a zone, of which the session's zone may make something else";

  @Override
  public Kind kind(Connection connection, String name, List<String> arguments) throws SQLException {
    if (OF_SESSION.contains(name)) {
      return Kind.VOLATILE;
    } else if (CONSTANT.contains(name)) {
      return Kind.SCALAR;
    } else if (BY_CHANCE.contains(name)) {
      return Kind.AGGREGATE;
    }
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name);
      try (ResultSet row = find.executeQuery()) {
        return kind(row);
      }
    }
  }

  /** The worst of all that have the name. */
  private static Kind kind(ResultSet row) throws SQLException {
    Kind kind = Kind.UNKNOWN;
    while (row.next()) {
      String type = row.getString(1);
      if (type.equals("aggregate") || type.equals("window")) {
        return Kind.AGGREGATE;
      } else if (!type.equals("scalar")) {
        return Kind.UNKNOWN;
      }
      kind =
          "CONSISTENT".equals(row.getString(2)) && kind != Kind.VOLATILE
              ? Kind.SCALAR
              : Kind.VOLATILE;
    }
    return kind;
  }

  @Override
  public Set<String> ofTheMoment() {
    return Set.of(
        "current_date",
        "current_time",
        "current_timestamp",
        "localtime",
        "localtimestamp",
        "current_user",
        "session_user",
        "user",
        "current_schema",
        "current_catalog",
        "current_role");
  }

  @Override
  public Optional<String> unstable(Connection connection, String query) throws SQLException {
    if (ZONE.matcher(query).find()) {
      return Optional.of(DEPENDS);
    }
    try (PreparedStatement read = connection.prepareStatement(OF_A_ZONE);
        ResultSet row = read.executeQuery()) {
      while (row.next()) {
        String column = Pattern.quote(row.getString(1));
        if (Pattern.compile("(?i)\\b" + column + "\\b").matcher(query).find()) {
          return Optional.of(DEPENDS);
        }
      }
    }
    return Optional.empty();
  }
}
