package org.mview.dialect;

import java.sql.SQLException;
import java.util.Optional;

/**
 * A constraint that a statement has violated.
 *
 * @param name as far as the database tells it
 */
public record ViolatedConstraint(Kind kind, String name) {
  /** What kind of a constraint. */
  public enum Kind {
    CHECK,
    UNIQUE,
    NOT_NULL,
    FOREIGN_KEY
  }

  /** Reads from an error of the database which constraint was violated. */
  @FunctionalInterface
  public interface Reader {
    /** The constraint; empty when the error is another one. */
    Optional<ViolatedConstraint> of(SQLException error);
  }
}
