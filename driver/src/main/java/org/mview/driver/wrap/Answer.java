package org.mview.driver.wrap;

import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;
import org.mview.command.Outcome;

/** What a statement of ours left behind, for the getters of the statement that executed it. */
final class Answer {
  private final Warnings warnings = new Warnings();
  private final boolean rows;
  private boolean counted;

  /** What is there when a statement of ours has failed. */
  static Answer nothing() {
    Answer nothing = new Answer(Outcome.DONE);
    nothing.moveOn();
    return nothing;
  }

  Answer(Outcome outcome) {
    warnings.add(outcome.warnings());
    rows = outcome.rows().isPresent();
  }

  /** Whether the results are those of the real statement, which has run a query for us. */
  boolean isRows() {
    return rows;
  }

  /** No rows are changed that the application has asked to change; -1 when there is no more. */
  int updateCount() {
    return counted ? -1 : 0;
  }

  /** Goes on to the next result; whether that is a result set. There is none at all. */
  boolean moveOn() {
    counted = true;
    return false;
  }

  @Nullable SQLWarning warningsAfter(@Nullable SQLWarning drivers) {
    return warnings.after(drivers);
  }

  void clearWarnings() {
    warnings.clear();
  }
}
