package org.mview.conformance.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which cases of the checklist pass on which database, from the steps that name them. */
final class Checklist {
  private static final Pattern CASE = Pattern.compile("\\bS-\\d{3}a?\\b");

  /** What became of the steps that name a case. */
  enum Outcome {
    /** All passed. */
    YES("yes"),
    /** It, or something before it, is refused, as the scenario foresees. */
    REFUSED("refused"),
    /** One failed, or was not reached. */
    NO("no");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** As the page has it. */
    String word() {
      return word;
    }

    Outcome and(Outcome other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  private final Map<String, Map<String, Outcome>> outcomes = new TreeMap<>();

  /** The cases that a sentence names. */
  static List<String> cases(String sentence) {
    return new ArrayList<>(CASE.matcher(sentence).results().map(MatchResult::group).toList());
  }

  /** A step has been played on a database of this dialect. */
  void add(Step step, String dialect, Outcome outcome) {
    for (String name : cases(step.sentence())) {
      outcomes.computeIfAbsent(name, key -> new TreeMap<>()).merge(dialect, outcome, Outcome::and);
    }
  }

  /** What became of a case; a hyphen where no step is for databases of this dialect. */
  String word(String name, String dialect) {
    Outcome outcome = outcomes.getOrDefault(name, Map.of()).get(dialect);
    return outcome == null ? "-" : outcome.word();
  }
}
