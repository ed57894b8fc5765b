package org.mview.dialect.hsqldb;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.ViolatedConstraint;
import org.mview.dialect.ViolatedConstraint.Kind;

/** The number of an error tells what was violated, and its message by its name which constraint. */
final class HsqldbViolations {
  private static final Map<Integer, Kind> NUMBERS =
      Map.of(
          -104, Kind.UNIQUE,
          -157, Kind.CHECK,
          -10, Kind.NOT_NULL,
          -177, Kind.FOREIGN_KEY,
          -8, Kind.FOREIGN_KEY);

  /** Behind the words of the message. */
  private static final Pattern NAME =
      Pattern.compile("; \"?([^ \"]+)\"? table: (?:.* column: \"?([^\"]+)\"?)?");

  /** The name of a constraint that has got none from its author. */
  private static final Pattern NAMELESS = Pattern.compile("SYS_CT_\\d+");

  private HsqldbViolations() {}

  static Optional<ViolatedConstraint> of(SQLException error) {
    return Optional.ofNullable(NUMBERS.get(error.getErrorCode()))
        .map(kind -> violated(kind, NAME.matcher(String.valueOf(error.getMessage()))));
  }

  /** A column that may not be NULL is told by its name, if no CHECK says so. */
  private static ViolatedConstraint violated(Kind kind, Matcher name) {
    if (!name.find()) {
      return new ViolatedConstraint(kind, "");
    } else if (kind != Kind.NOT_NULL) {
      return new ViolatedConstraint(kind, name.group(1));
    }
    return NAMELESS.matcher(name.group(1)).matches() && name.group(2) != null
        ? new ViolatedConstraint(kind, name.group(2))
        : new ViolatedConstraint(Kind.CHECK, name.group(1));
  }
}
