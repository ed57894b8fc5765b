package org.mview.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a statement of ours answers.
 *
 * @param outs values of OUT parameters, by their position from 1 in the call's text
 * @param warnings texts of SQLWarnings for the statement, in order
 * @param rows a query whose rows are the answer, to be run by the application's own statement;
 *     empty where the answer has none
 */
public record Outcome(Map<Integer, Object> outs, List<Warning> warnings, Optional<String> rows) {
  /** Done, nothing to report. */
  public static final Outcome DONE = new Outcome(Map.of(), List.of());

  /** An answer without rows. */
  public Outcome(Map<Integer, Object> outs, List<Warning> warnings) {
    this(outs, warnings, Optional.empty());
  }

  public Outcome {
    outs = Map.copyOf(outs);
    warnings = List.copyOf(warnings);
  }

  /**
   * One warning: SQLState 01000.
   *
   * @param code Oracle's number, or 0
   */
  public record Warning(String text, int code) {}
}
