package org.mview.statement.query;

import org.mview.delta.Reason;

/** Ends the reading of a query that cannot be made algebra; never leaves this package. */
final class NotUnderstood extends RuntimeException {
  private final Reason reason;

  NotUnderstood(String reason) {
    super(reason);
    this.reason = new Reason(reason);
  }

  Reason reason() {
    return reason;
  }
}
