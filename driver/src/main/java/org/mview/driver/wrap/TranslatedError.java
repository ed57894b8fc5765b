package org.mview.driver.wrap;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import org.jspecify.annotations.Nullable;
import org.mview.error.MViewException;

/**
 * What the application gets for an error of ours: Oracle's number as vendor code, the class that
 * belongs to the SQLState, the place where it was found out as stack trace.
 *
 * <p>Errors of ours that led to it stand in the following lines of the message. The text of the
 * database's own error does not, as it may hold values of rows: it is in the cause, which is also
 * the next exception.
 */
final class TranslatedError {
  private TranslatedError() {}

  static SQLException of(MViewException error) {
    Throwable cause = translatedCause(error);
    String message = error.getMessage() + (error.getCause() == cause ? "" : "\n" + text(cause));
    SQLException translated = ofState(error.error().sqlState(), message, error.error().code());
    translated.setStackTrace(error.getStackTrace());
    if (cause != null) {
      translated.initCause(cause);
    }
    if (cause instanceof SQLException next) {
      translated.setNextException(next);
    }
    return translated;
  }

  private static @Nullable Throwable translatedCause(MViewException error) {
    return error.getCause() instanceof MViewException cause ? of(cause) : error.getCause();
  }

  private static String text(@Nullable Throwable cause) {
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  private static SQLException ofState(String state, String message, int code) {
    return switch (state.substring(0, 2)) {
      case "08" -> new SQLNonTransientConnectionException(message, state, code);
      case "0A" -> new SQLFeatureNotSupportedException(message, state, code);
      case "22" -> new SQLDataException(message, state, code);
      case "23" -> new SQLIntegrityConstraintViolationException(message, state, code);
      case "40" -> new SQLTransactionRollbackException(message, state, code);
      case "42" -> new SQLSyntaxErrorException(message, state, code);
      default -> new SQLException(message, state, code);
    };
  }
}
