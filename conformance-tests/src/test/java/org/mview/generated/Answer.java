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
  boolean isBusy(Excuses excuses) {
    return error.filter(excuses::isBusy).isPresent();
  }

  /** Whether the transaction was undone because a view could not be refreshed. */
  boolean isCommitRefused() {
    return error
        .filter(e -> e.getErrorCode() == MViewError.COMMIT_REFRESH_FAILED.code())
        .filter(e -> String.valueOf(e.getSQLState()).startsWith("40"))
        .isPresent();
  }

  /** Whether the values themselves are to blame. */
  boolean isOverflow(Excuses excuses) {
    return error.filter(excuses::isOverflow).isPresent();
  }

  /** What must be the same with us and without us. */
  String outcome() {
    return error
        .map(e -> "error %d %s".formatted(e.getErrorCode(), e.getSQLState()))
        .orElse(result);
  }

  @Override
  public String toString() {
    return error
        .map(e -> "error %d %s, %s".formatted(e.getErrorCode(), e.getSQLState(), e.getMessage()))
        .orElse(result);
  }
}
