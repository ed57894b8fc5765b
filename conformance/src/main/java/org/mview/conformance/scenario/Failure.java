package org.mview.conformance.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a statement is expected to fail.
 *
 * @param errors the exception first, then what led to it
 * @param fragment a piece of the message; empty where anything will do
 */
record Failure(List<Code> errors, String fragment) {
  Failure {
    errors = List.copyOf(errors);
  }

  /**
   * One exception.
   *
   * @param number Oracle's; absent where the scenario does not give it
   * @param state SQLState; absent where the scenario does not give it
   * @param ofDatabase whether it is the database's own, and not ours
   */
  record Code(OptionalInt number, Optional<String> state, boolean ofDatabase) {
    static final Code OF_DATABASE = new Code(OptionalInt.empty(), Optional.empty(), true);
  }
}
