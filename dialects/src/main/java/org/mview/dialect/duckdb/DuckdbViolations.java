package org.mview.dialect.duckdb;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.ViolatedConstraint;
import org.mview.dialect.ViolatedConstraint.Kind;

/** DuckDB says in the message what was violated, and of CHECK the condition: it keeps no names. */
final class DuckdbViolations {
  private static final Map<Pattern, Kind> MESSAGES =
      Map.of(
          Pattern.compile("constraint failed on table \".+?\" with expression (CHECK.*)"),
              Kind.CHECK,
          Pattern.compile("NOT NULL constraint failed: (\\S+)"), Kind.NOT_NULL,
          Pattern.compile("[Dd]uplicate key \"|UNIQUE constraint violation"), Kind.UNIQUE,
          Pattern.compile("Violates foreign key constraint"), Kind.FOREIGN_KEY);

  private DuckdbViolations() {}

  static Optional<ViolatedConstraint> of(SQLException error) {
    String message = String.valueOf(error.getMessage());
    for (Map.Entry<Pattern, Kind> known : MESSAGES.entrySet()) {
      Matcher found = known.getKey().matcher(message);
      if (found.find()) {
        String name = found.groupCount() == 0 ? "" : found.group(1);
        return Optional.of(new ViolatedConstraint(known.getValue(), name));
      }
    }
    return Optional.empty();
  }
}
