package org.mview.conformance.scenario;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mview.conformance.scenario.Failure.Code;

/** Compares the exception of a statement with what a scenario expects. */
final class Failures {
  private Failures() {}

  /** What is wrong with it; empty when it is as it should be. */
  static Optional<String> difference(Failure expected, SQLException actual, NameCase names) {
    @Nullable SQLException link = actual;
    for (Code code : expected.errors()) {
      if (link == null) {
        return Optional.of("%s is not among the causes of%n  %s".formatted(code, shown(actual)));
      }
      Optional<String> wrong = difference(code, link);
      if (wrong.isPresent()) {
        return wrong;
      }
      link = next(link);
    }
    return names.isPart(expected.fragment(), String.valueOf(actual.getMessage()))
        ? Optional.empty()
        : Optional.of("'%s' is not part of%n  %s".formatted(expected.fragment(), shown(actual)));
  }

  private static Optional<String> difference(Code code, SQLException actual) {
    String message = String.valueOf(actual.getMessage());
    boolean numberIsRight = code.number().isEmpty() || isNumbered(code.number(), actual, message);
    boolean stateIsRight =
        code.state().isEmpty() || code.state().get().equals(actual.getSQLState());
    boolean sourceIsRight = code.ofDatabase() != message.startsWith("ORA-");
    return numberIsRight && stateIsRight && sourceIsRight
        ? Optional.empty()
        : Optional.of("%s expected, but it failed by%n  %s".formatted(code, shown(actual)));
  }

  private static boolean isNumbered(OptionalInt number, SQLException actual, String message) {
    return actual.getErrorCode() == number.getAsInt()
        && message.startsWith("ORA-%05d: ".formatted(number.getAsInt()));
  }

  /** What led to an exception, which JDBC and Java each say in their own way. */
  private static @Nullable SQLException next(SQLException exception) {
    return exception.getNextException() == exception.getCause()
        ? exception.getNextException()
        : null;
  }

  static String shown(SQLException exception) {
    StringBuilder text = new StringBuilder();
    @Nullable Throwable link = exception;
    while (link != null) {
      text.append(text.isEmpty() ? "" : "%n  because of ".formatted()).append(link);
      if (link instanceof SQLException sql) {
        text.append(" [%d, SQLSTATE %s]".formatted(sql.getErrorCode(), sql.getSQLState()));
      }
      link = link.getCause();
    }
    return text.toString();
  }
}
