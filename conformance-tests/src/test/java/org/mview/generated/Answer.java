package org.mview.generated;

import java.sql.SQLException;
import java.util.Optional;
import org.mview.error.MViewError;

/**
 * What the application gets for a call.
 *
 * @param result update counts and rows
 * @param warning the first one; empty when there is none
 */
record Answer(String result, String warning, Optional<SQLException> error) {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;

  static Answer of(String result) {
    return new Answer(result, "", Optional.empty());
  }

  static Answer of(SQLException error) {
    return new Answer("", "", Optional.of(error));
  }

  boolean hasFailed() {
    return error.isPresent();
  }

  /** Whether another connection stood in the way, also of a refresh. */
  boolean isBusy() {
    return error.isPresent() && isBusy(error.get());
  }

  private static boolean isBusy(Throwable error) {
    boolean busy =
        error instanceof SQLException e
            && ((e.getErrorCode() & 0xff) == BUSY || (e.getErrorCode() & 0xff) == LOCKED)
            && String.valueOf(e.getMessage()).contains("SQLITE_");
    return busy || (error.getCause() != null && isBusy(error.getCause()));
  }

  /** Whether the transaction was undone because a view could not be refreshed. */
  boolean isCommitRefused() {
    return error
        .filter(e -> e.getErrorCode() == MViewError.COMMIT_REFRESH_FAILED.code())
        .filter(e -> String.valueOf(e.getSQLState()).startsWith("40"))
        .isPresent();
  }

  /** Whether the values themselves are to blame: a sum of whole numbers with no room for it. */
  boolean isOverflow() {
    return error.isPresent() && isOverflow(error.get());
  }

  private static boolean isOverflow(Throwable error) {
    return String.valueOf(error.getMessage()).contains("integer overflow")
        || (error.getCause() != null && isOverflow(error.getCause()));
  }

  /** What must be the same with us and without us. */
  String outcome() {
    return error.map(e -> "error " + e.getErrorCode()).orElse(result);
  }

  @Override
  public String toString() {
    return error
        .map(e -> "error %d, %s".formatted(e.getErrorCode(), e.getMessage()))
        .orElse(result);
  }
}
