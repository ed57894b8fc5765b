package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/** All that happens in one test, as a value. */
record Script(Idiom idiom, long seed, Setup setup, List<Step> steps) {
  Script {
    steps = List.copyOf(steps);
  }

  Script with(List<Step> others) {
    return new Script(idiom, seed, setup, others);
  }

  /** As plain SQL; where there are two sessions, each statement says of which it is. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("-- %s, seed %d, %s".formatted(idiom, seed, setup));
    for (Step step : steps) {
      String session = setup.sessions() > 1 ? "/* session %d */ ".formatted(step.session()) : "";
      String how =
          step instanceof Step.Prepared p ? (p.batch() ? "/* batch */ " : "/* prepared */ ") : "";
      lines.add(session + how + step.text() + ";");
    }
    return String.join("\n", lines);
  }
}
