package org.mview.statement;

import java.util.Optional;

/** One statement of a block. */
public sealed interface BlockStatement {
  /**
   * A call of a procedure or a function.
   *
   * @param result where a function's result goes
   */
  record Call(BoundCall call, Optional<Argument.Place> result) implements BlockStatement {}

  /** A value for a variable or a parameter. */
  record Assignment(Argument.Place place, Argument value) implements BlockStatement {}

  /** COMMIT or ROLLBACK. */
  record EndTransaction(boolean commits) implements BlockStatement {}
}
