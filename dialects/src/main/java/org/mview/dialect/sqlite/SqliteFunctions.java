package org.mview.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mview.dialect.Functions;

/** SQLite's functions: it lists them itself, those that an application has added too. */
final class SqliteFunctions implements Functions {
  private static final int DETERMINISTIC = 0x800;

  private static final String FIND =
      "SELECT type, MAX(flags & ?2) FROM pragma_function_list WHERE name = ?1 GROUP BY type";

  /** With these, the time may come in: without arguments, or with "now". */
  private static final Set<String> CLOCKS =
      Set.of("date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff");

  /** Built in and not marked deterministic, yet the same for the same arguments. */
  private static final Set<String> CONSTANT = Set.of("likely", "unlikely", "likelihood");

  @Override
  public Kind kind(Connection connection, String name, List<String> arguments) throws SQLException {
    if (CLOCKS.contains(name)) {
      return readsClock(arguments) ? Kind.VOLATILE : Kind.SCALAR;
    } else if (CONSTANT.contains(name)) {
      return Kind.SCALAR;
    } else if (arguments.size() > 1 && (name.equals("min") || name.equals("max"))) {
      return Kind.SCALAR;
    }
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name);
      find.setInt(2, DETERMINISTIC);
      try (ResultSet row = find.executeQuery()) {
        return kind(row);
      }
    }
  }

  /** A function that is listed in several forms is an aggregate if one of them is. */
  private static Kind kind(ResultSet row) throws SQLException {
    Kind kind = Kind.UNKNOWN;
    while (row.next()) {
      if (!row.getString(1).equals("s")) {
        return Kind.AGGREGATE;
      }
      kind = row.getInt(2) == 0 ? Kind.VOLATILE : Kind.SCALAR;
    }
    return kind;
  }

  private static boolean readsClock(List<String> arguments) {
    return arguments.isEmpty()
        || arguments.stream()
            .map(argument -> argument.toLowerCase(Locale.ROOT))
            .anyMatch(a -> a.contains("now") || a.contains("localtime") || a.contains("utc"));
  }
}
