package org.mview.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.mview.dialect.Functions.Kind;

/**
 * The functions of a database that does not list its own, by their names in lower case; of all
 * others nothing is known.
 *
 * @param scalar the same value for the same arguments, in every session
 * @param aggregate of a group of rows
 * @param changing another value at another time, or in another session
 */
public record FunctionNames(Set<String> scalar, Set<String> aggregate, Set<String> changing) {
  /** Copies. */
  public FunctionNames {
    scalar = Set.copyOf(scalar);
    aggregate = Set.copyOf(aggregate);
    changing = Set.copyOf(changing);
  }

  /** Names in a text, between blanks; each only once. */
  public static Set<String> of(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** The names that a query answers. */
  public static Set<String> read(Connection connection, String query) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /** The kind of a function, written in any case. */
  public Kind kind(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (scalar.contains(lower)) {
      return Kind.SCALAR;
    } else if (aggregate.contains(lower)) {
      return Kind.AGGREGATE;
    }
    return changing.contains(lower) ? Kind.VOLATILE : Kind.UNKNOWN;
  }
}
