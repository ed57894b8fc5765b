package org.mview.dialect.sqlite;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.mview.dialect.ViolatedConstraint;
import org.mview.dialect.ViolatedConstraint.Kind;

/** SQLite says in the message what was violated, and by its name which constraint. */
final class SqliteViolations {
  private static final Map<String, Kind> BEGINNINGS =
      Map.of(
          "CHECK constraint failed: ", Kind.CHECK,
          "UNIQUE constraint failed: ", Kind.UNIQUE,
          "NOT NULL constraint failed: ", Kind.NOT_NULL,
          "FOREIGN KEY constraint failed", Kind.FOREIGN_KEY);

  private SqliteViolations() {}

  static Optional<ViolatedConstraint> of(SQLException error) {
    String message = String.valueOf(error.getMessage());
    for (Map.Entry<String, Kind> beginning : BEGINNINGS.entrySet()) {
      int at = message.indexOf(beginning.getKey());
      if (at >= 0) {
        String name = message.substring(at + beginning.getKey().length());
        int end = name.lastIndexOf(')');
        return Optional.of(
            new ViolatedConstraint(beginning.getValue(), end < 0 ? name : name.substring(0, end)));
      }
    }
    return Optional.empty();
  }
}
