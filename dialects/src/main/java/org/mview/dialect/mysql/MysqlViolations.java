package org.mview.dialect.mysql;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.ViolatedConstraint;
import org.mview.dialect.ViolatedConstraint.Kind;

/** The number of an error tells what was violated, and its message by its name which constraint. */
final class MysqlViolations {
  private static final Map<Integer, Kind> NUMBERS =
      Map.of(
          1062, Kind.UNIQUE,
          1586, Kind.UNIQUE,
          3819, Kind.CHECK,
          4025, Kind.CHECK,
          1048, Kind.NOT_NULL,
          1451, Kind.FOREIGN_KEY,
          1452, Kind.FOREIGN_KEY);

  /** A key is named last, also behind the name of its table. */
  private static final Pattern NAME =
      Pattern.compile(
          "for key '(?:[^']*\\.)?([^']+)'|[cC]onstraint [`']([^`']+)[`']|CONSTRAINT `([^`]+)`"
              + "|Column '([^']+)'");

  private MysqlViolations() {}

  static Optional<ViolatedConstraint> of(SQLException error) {
    return Optional.ofNullable(NUMBERS.get(error.getErrorCode()))
        .map(kind -> new ViolatedConstraint(kind, name(String.valueOf(error.getMessage()))));
  }

  private static String name(String message) {
    Matcher name = NAME.matcher(message);
    String last = "";
    while (name.find()) {
      for (int group = 1; group <= name.groupCount(); group++) {
        last = name.group(group) == null ? last : name.group(group);
      }
    }
    return last;
  }
}
