package org.mview.cli.verify;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * What came out for one view.
 *
 * @param rows that it holds
 * @param differences empty when it could not be compared
 * @param failure why it could not
 */
record Verified(
    RegisteredView view,
    long rows,
    Optional<Differences> differences,
    Optional<SQLException> failure,
    Duration time) {
  /** Whether it is as it must be: a view that is not fresh may differ. */
  boolean isRight() {
    return differences.map(this::isRight).orElse(false);
  }

  private boolean isRight(Differences found) {
    return found.isNone() || !view.claimsToBeFresh() || found.isInLastDigitsOnly();
  }

  /** What is to be said of it, in a few words. */
  String result() {
    return differences
        .map(this::result)
        .orElseGet(() -> "NOT COMPARED: " + failure.map(Throwable::getMessage).orElse(""));
  }

  private String result(Differences found) {
    if (found.isNone()) {
      return "yes";
    } else if (found.isInLastDigitsOnly()) {
      return "yes, but for the last digits of approximate numbers";
    }
    String rows = found.copies() == 1 ? "1 row" : "%,d rows".formatted(found.copies());
    return view.claimsToBeFresh() ? "NO: " + rows : "no: " + rows + ", as it is not fresh";
  }
}
