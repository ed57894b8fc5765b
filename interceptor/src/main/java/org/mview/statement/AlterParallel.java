package org.mview.statement;

import java.util.OptionalInt;

/**
 * ALTER SESSION ENABLE PARALLEL DML, and the like.
 *
 * @param degree how many processes, where it is said
 */
public record AlterParallel(Action action, Kind kind, OptionalInt degree) implements Command {
  /** Whether statements may, may not or must run in parallel. */
  public enum Action {
    ENABLE,
    DISABLE,
    FORCE
  }

  /** Which statements. */
  public enum Kind {
    DML,
    DDL,
    QUERY
  }
}
