package org.mview.dialect.h2;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.ViolatedConstraint;
import org.mview.dialect.ViolatedConstraint.Kind;

/** The number of an error tells what was violated, and its message by its name which constraint. */
final class H2Violations {
  private static final Map<Integer, Kind> NUMBERS =
      Map.of(
          23505, Kind.UNIQUE,
          23513, Kind.CHECK,
          23514, Kind.CHECK,
          23502, Kind.NOT_NULL,
          23503, Kind.FOREIGN_KEY,
          23506, Kind.FOREIGN_KEY);

  /** It stands first in the quotes, behind its schema if it is that of an index. */
  private static final Pattern NAME = Pattern.compile("\"(?:[^\".: ]+\\.)?([^\".: ]+)");

  private H2Violations() {}

  static Optional<ViolatedConstraint> of(SQLException error) {
    return Optional.ofNullable(NUMBERS.get(error.getErrorCode()))
        .map(kind -> new ViolatedConstraint(kind, name(String.valueOf(error.getMessage()))));
  }

  private static String name(String message) {
    Matcher name = NAME.matcher(message);
    return name.find() ? name.group(1) : "";
  }
}
