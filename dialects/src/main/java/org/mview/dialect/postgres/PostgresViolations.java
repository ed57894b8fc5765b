package org.mview.dialect.postgres;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.ViolatedConstraint;
import org.mview.dialect.ViolatedConstraint.Kind;

/** The SQLState tells what was violated, and the message by its name which constraint. */
final class PostgresViolations {
  private static final Map<String, Kind> STATES =
      Map.of(
          "23514", Kind.CHECK,
          "23505", Kind.UNIQUE,
          "23502", Kind.NOT_NULL,
          "23503", Kind.FOREIGN_KEY);

  /** Quotes inside a name are not doubled in messages, but a name ends its line, or nearly. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?m) (?:constraint|unique index) \"(.+?)\"(?= on table \"|$)"
              + "| column \"(.+?)\" of relation \"(.+?)\" violates not-null constraint");

  private PostgresViolations() {}

  /** In a server that does not speak English, the name is not found, and empty. */
  static Optional<ViolatedConstraint> of(SQLException error) {
    return Optional.ofNullable(error.getSQLState())
        .map(STATES::get)
        .map(kind -> new ViolatedConstraint(kind, name(String.valueOf(error.getMessage()))));
  }

  private static String name(String message) {
    Matcher name = NAME.matcher(message);
    if (!name.find()) {
      return "";
    }
    return name.group(1) != null ? name.group(1) : name.group(3) + "." + name.group(2);
  }
}
