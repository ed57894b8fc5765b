package org.mview.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.FunctionNames;
import org.mview.dialect.Functions;

/**
 * PostgreSQL's functions, as its catalog lists them. Which of several functions of a name is meant
 * depends on the types of the arguments, which are not known here: so it is the worst of them.
 * Those that may differ between sessions alone are found in the query as a whole.
 *
 * @see PostgresStability
 */
final class PostgresFunctions implements Functions {
  /** A function with defaults takes fewer arguments, and a variadic one more. */
  private static final String FIND =
      """
      SELECT p.prokind, p.proretset, p.provolatile, ? BETWEEN p.pronargs - p.pronargdefaults \
      AND CASE WHEN p.provariadic = 0 THEN p.pronargs ELSE 32767 END AS fits \
      FROM pg_catalog.pg_proc p WHERE p.proname = ? AND pg_function_is_visible(p.oid)""";

  /** Words of the grammar that no catalog lists. */
  private static final Set<String> WORDS =
      FunctionNames.of(
          """
          current_date current_time current_timestamp localtime localtimestamp current_user \
          session_user system_user current_role user current_catalog current_schema""");

  /** What the grammar knows, and no catalog lists; or lists as another function. */
  private static final FunctionNames OF_THE_GRAMMAR =
      new FunctionNames(
          FunctionNames.of("coalesce nullif greatest least trim"),
          Set.of(),
          // json_object(text[]) is listed; JSON_OBJECT(KEY … VALUE …) writes dates as the session
          // does.
          with(WORDS, "json_object"));

  private static final Set<String> OF_THE_MOMENT = with(WORDS, "tablesample");

  /** Procedures, and functions that say of themselves that they may do anything. */
  private static final String CHANGING_ROWS =
      """
      SELECT DISTINCT LOWER(p.proname) FROM pg_catalog.pg_proc p \
      JOIN pg_catalog.pg_language l ON l.oid = p.prolang \
      WHERE p.oid >= %s AND p.prokind IN ('f', 'p') AND p.provolatile = 'v' \
      AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype) \
      AND l.lanname NOT IN ('c', 'internal')"""
          .formatted(PostgresTables.FIRST_OWN_ID);

  /** Procedures with a word for it, and those that name such a one. */
  private static final String COMMITTING =
      """
      WITH RECURSIVE procedures AS (SELECT LOWER(p.proname) AS name, LOWER(p.prosrc) AS source \
      FROM pg_catalog.pg_proc p WHERE p.oid >= %s AND p.prokind = 'p'), committing (name) AS ( \
      SELECT name FROM procedures WHERE source ~ '\\m(commit|rollback)\\M' UNION \
      SELECT p.name FROM procedures p JOIN committing c ON POSITION(c.name IN p.source) > 0) \
      SELECT name FROM committing"""
          .formatted(PostgresTables.FIRST_OWN_ID);

  private static Set<String> with(Set<String> words, String word) {
    return Stream.concat(words.stream(), Stream.of(word)).collect(Collectors.toUnmodifiableSet());
  }

  /** What is listed of one function. */
  private record Listed(char kind, boolean set, char volatility, boolean fits) {}

  @Override
  public Set<String> changingRows(Connection connection) throws SQLException {
    return FunctionNames.read(connection, CHANGING_ROWS);
  }

  @Override
  public Set<String> committing(Connection connection) throws SQLException {
    return FunctionNames.read(connection, COMMITTING);
  }

  @Override
  public Set<String> ofCommits() {
    return Set.of("commit", "rollback");
  }

  @Override
  public Kind kind(Connection connection, String name, List<String> arguments) throws SQLException {
    Kind known = OF_THE_GRAMMAR.kind(name);
    return known != Kind.UNKNOWN ? known : worst(listed(connection, name, arguments.size()));
  }

  @Override
  public Set<String> ofTheMoment() {
    return OF_THE_MOMENT;
  }

  @Override
  public Optional<String> unstable(Connection connection, String query) throws SQLException {
    return PostgresStability.against(connection, query);
  }

  @Override
  public boolean meansTheSameInTriggers(
      Connection connection, String query, List<String> statements) throws SQLException {
    return PostgresMeaning.isSameInTriggers(connection, query, statements);
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
                  row.getBoolean(4)));
        }
        return listed.build().toList();
      }
    }
  }

  private static Kind worst(List<Listed> listed) {
    if (listed.stream().anyMatch(function -> function.kind() == 'a' || function.kind() == 'w')) {
      return Kind.AGGREGATE;
    }
    List<Listed> meant = meant(listed);
    if (meant.isEmpty() || meant.stream().anyMatch(f -> f.kind() != 'f' || f.set())) {
      return Kind.UNKNOWN;
    }
    return meant.stream().noneMatch(f -> f.volatility() == 'v') ? Kind.SCALAR : Kind.VOLATILE;
  }

  /** Those that take as many arguments; all, where the grammar counts them in another way. */
  private static List<Listed> meant(List<Listed> listed) {
    List<Listed> fitting = listed.stream().filter(Listed::fits).toList();
    return fitting.isEmpty() ? listed : fitting;
  }
}
