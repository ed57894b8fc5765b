package org.mview.cli.output;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Errors and warnings of the database, in words.
 *
 * @param stackTraces whether an error comes with its stack trace, for those who look for its origin
 */
public record Complaints(PrintWriter err, boolean stackTraces) {
  private static final int LINES_OF_A_STATEMENT = 6;

  /** An error that no statement caused. */
  public void error(SQLException error) {
    err.println("error: " + message(error));
    details(error);
  }

  /**
   * An error, and the statement that caused it.
   *
   * @param place where the statement stands, such as "line 3 of views.sql"; may be empty
   */
  public void error(String place, String statement, SQLException error) {
    err.println((place.isEmpty() ? "error: " : "error at " + place + ": ") + message(error));
    statement.lines().limit(LINES_OF_A_STATEMENT).forEach(line -> err.println("  | " + line));
    if (statement.lines().count() > LINES_OF_A_STATEMENT) {
      err.println("  | …");
    }
    details(error);
  }

  /** A warning and those chained to it. */
  public void warnings(SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      err.println("warning: " + message(warning) + codes(warning, " (", ")"));
    }
    err.flush();
  }

  private void details(SQLException error) {
    err.print(codes(error, "  ", System.lineSeparator()));
    causes(error);
    if (stackTraces) {
      error.printStackTrace(err);
    }
    err.flush();
  }

  private static String codes(SQLException error, String before, String after) {
    String state = error.getSQLState() == null ? "" : "SQLSTATE " + error.getSQLState();
    String code = error.getErrorCode() == 0 ? "" : "code " + error.getErrorCode();
    String separator = state.isEmpty() || code.isEmpty() ? "" : ", ";
    String codes = state + separator + code;
    return codes.isEmpty() ? "" : before + codes + after;
  }

  /** Both ways in which JDBC chains errors, each error once, none that repeats what was said. */
  private void causes(SQLException error) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    StringBuilder said = new StringBuilder(message(error));
    Deque<Throwable> waiting = new ArrayDeque<>();
    waiting.push(error);
    while (!waiting.isEmpty()) {
      Throwable next = waiting.pop();
      if (!seen.add(next)) {
        continue;
      }
      if (said.indexOf(message(next)) < 0) {
        said.append('\n').append(message(next));
        err.println("  because: " + message(next));
      }
      if (next instanceof SQLException sql && sql.getNextException() != null) {
        waiting.push(sql.getNextException());
      }
      if (next.getCause() != null) {
        waiting.push(next.getCause());
      }
    }
  }

  private static String message(Throwable error) {
    String message = error.getMessage();
    return message == null ? error.getClass().getName() : message.strip();
  }
}
