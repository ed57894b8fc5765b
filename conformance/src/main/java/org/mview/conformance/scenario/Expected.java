package org.mview.conformance.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is expected of a statement.
 *
 * @param warnings all of them, in any order
 * @param changes the update count, where the scenario gives it
 */
record Expected(Optional<Failure> failure, List<Warning> warnings, OptionalInt changes) {
  /** It succeeds, without a warning. */
  static final Expected SUCCESS = new Expected(Optional.empty(), List.of(), OptionalInt.empty());

  Expected {
    warnings = List.copyOf(warnings);
  }

  /** It fails. */
  static Expected to(Failure failure) {
    return new Expected(Optional.of(failure), List.of(), OptionalInt.empty());
  }

  /**
   * A warning.
   *
   * @param number Oracle's, or 0
   * @param fragment a piece of its text; empty where anything will do
   */
  record Warning(int number, String fragment) {}
}
