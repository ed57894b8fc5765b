package org.mview.statement.query;

import org.mview.delta.Reason;
import org.mview.statement.ParserSpelling;

/** Ends the reading of a query that cannot be made algebra; never leaves this package. */
final class NotUnderstood extends RuntimeException {
  private final Reason reason;

  NotUnderstood(String reason) {
    super(ParserSpelling.original(reason));
    this.reason = new Reason(ParserSpelling.original(reason));
  }

  Reason reason() {
    return reason;
  }
}
