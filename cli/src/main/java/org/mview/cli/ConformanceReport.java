package org.mview.cli;

import java.io.PrintWriter;
import java.util.List;
import org.mview.conformance.UrlDatabase;
import org.mview.conformance.scenario.ScenarioSuite.Outcome;
import org.mview.conformance.scenario.ScenarioSuite.Result;

/** Which database it was, what it can do, and what has become of each scenario. */
final class ConformanceReport {
  private final PrintWriter out;

  ConformanceReport(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints it.
   *
   * @return whether no scenario has failed
   */
  boolean print(UrlDatabase database, List<Outcome> outcomes) {
    out.println("database: " + database.description());
    out.println("dialect: " + database.name());
    out.println("can: " + String.join(", ", database.capabilities(true)));
    out.println("cannot: " + String.join(", ", database.capabilities(false)));
    out.println();
    for (Outcome outcome : outcomes) {
      out.println(
          "%-9s %s%s"
              .formatted(
                  word(outcome.result()),
                  outcome.scenario(),
                  outcome.why().isEmpty() ? "" : ": " + outcome.why().strip()));
    }
    out.println();
    out.println(
        "%d passed, %d refused as expected, %d left out, %d failed"
            .formatted(
                count(outcomes, Result.PASSED),
                count(outcomes, Result.REFUSED),
                count(outcomes, Result.LEFT_OUT),
                count(outcomes, Result.FAILED)));
    out.flush();
    return count(outcomes, Result.FAILED) == 0;
  }

  private static String word(Result result) {
    return switch (result) {
      case PASSED -> "passed";
      case REFUSED -> "refused";
      case LEFT_OUT -> "left out";
      case FAILED -> "FAILED";
    };
  }

  private static long count(List<Outcome> outcomes, Result result) {
    return outcomes.stream().filter(outcome -> outcome.result() == result).count();
  }
}
