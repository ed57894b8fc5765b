package org.mview.session;

import static org.mview.error.MViewError.COMMIT_CONSTRAINT_FAILED;
import static org.mview.error.MViewError.COMMIT_REFRESH_FAILED;
import static org.mview.error.MViewError.STATEMENT_CONSTRAINT_FAILED;
import static org.mview.error.MViewError.STATEMENT_REFRESH_FAILED;

import org.mview.error.MViewError;

/** When views are refreshed inside the application's transaction. */
enum Occasion {
  /** Before it commits: the views ON COMMIT, and what is still pending for those ON STATEMENT. */
  COMMIT(COMMIT_REFRESH_FAILED, COMMIT_CONSTRAINT_FAILED),
  /** Behind a statement: the views ON STATEMENT. */
  STATEMENT(STATEMENT_REFRESH_FAILED, STATEMENT_CONSTRAINT_FAILED);

  private final MViewError failure;
  private final MViewError violation;

  Occasion(MViewError failure, MViewError violation) {
    this.failure = failure;
    this.violation = violation;
  }

  Due due(Knowledge known) {
    return this == COMMIT ? known.atCommit() : known.atStatement();
  }

  /** What the application is told when a refresh has failed. */
  MViewError failed(boolean byConstraint) {
    return byConstraint ? violation : failure;
  }
}
