package org.mview.conformance.scenario;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.dialect.Capability;

/** Reads scenarios. README.md of this module says how they are written. */
final class ScenarioParser {
  /** What stands before the first step, which has no sentence of its own. */
  private static final String BEGINNING = "to begin with";

  private static final String HAS = "the database has ";
  private static final String IS = "the database is ";
  private static final String WITH = "played with ";
  private static final String WITHOUT = "played without ";

  private final String file;
  private final ScenarioText text;
  private final List<Step> steps = new ArrayList<>();
  private final List<Map<String, String>> again = new ArrayList<>();
  private Set<String> databases = Set.of();
  private String sentence = BEGINNING;
  private int stepLine = 1;
  private Set<String> stepDatabases = Set.of();
  private boolean refusal;
  private List<Action> actions = new ArrayList<>();

  private ScenarioParser(String file, String content) {
    this.file = file;
    this.text = new ScenarioText(file, content);
  }

  /**
   * Reads a scenario.
   *
   * @param file its name, for messages
   * @throws ScenarioSyntaxException when it cannot be read
   */
  static Scenario parse(String file, String content) {
    return new ScenarioParser(file, content).scenario();
  }

  private Scenario scenario() {
    while (text.hasNext()) {
      takeNext();
    }
    endStep();
    if (steps.isEmpty()) {
      throw text.error(text.line(), "a scenario without a statement shows nothing");
    }
    return new Scenario(file, databases, again, steps);
  }

  private void takeNext() {
    if (!text.isAtStartOfLine() || !takeLine(text.nextWord(), text.line())) {
      actions.add(statement(text.line(), Optional.empty()));
    }
  }

  private void endStep() {
    if (refusal && actions.stream().noneMatch(Action::isRefused)) {
      throw text.error(stepLine, "step '%s' is refused, and nothing fails".formatted(sentence));
    } else if (!actions.isEmpty()) {
      steps.add(new Step(sentence, stepLine, stepDatabases, refusal, actions));
    } else if (!sentence.equals(BEGINNING)) {
      throw text.error(stepLine, "step '%s' does nothing".formatted(sentence));
    }
  }

  /** Reads a line that is no statement, and answers whether it was one. */
  private boolean takeLine(String word, int line) {
    switch (word) {
      case "step" -> beginStep(line);
      case "only" -> only(line);
      case "again" -> again(line);
      case "refused" -> refused(line);
      case "view", "query" -> actions.add(rows(word, line));
      case "prepared", "batch" -> actions.add(prepared(word, line));
      case "where" -> actions.add(conditional(line));
      case "on" -> actions.add(new Action.Use(line, name(word)));
      case "connect" -> actions.add(connect(line));
      case "close" -> actions.add(new Action.Close(line, name(word)));
      case "autocommit" -> actions.add(autoCommit(line));
      case "jdbc" -> actions.add(savepoint(line));
      case "clock" -> actions.add(clock(line));
      case "worker" -> actions.add(worker(line));
      case "stale" -> actions.add(new Action.Staleness(line, name(word), "STALE"));
      case "staleness" -> actions.add(staleness(line));
      case "fails", "warns", "changes", "otherwise" ->
          throw text.error(line, "'%s' belongs below a statement".formatted(word));
      default -> {
        return false;
      }
    }
    return true;
  }

  private String rest(String word) {
    return text.takeLine().substring(word.length()).strip();
  }

  private String name(String word) {
    int line = text.line();
    String name = rest(word);
    if (name.isEmpty()) {
      throw text.error(line, "a name is expected behind '%s'".formatted(word));
    }
    return name;
  }

  private void beginStep(int line) {
    endStep();
    sentence = rest("step");
    if (sentence.isEmpty()) {
      throw text.error(line, "a sentence is expected behind 'step'");
    }
    stepLine = line;
    stepDatabases = Set.of();
    refusal = false;
    actions = new ArrayList<>();
  }

  /** Before the first statement it is said of the whole scenario, behind a step of the step. */
  private void only(int line) {
    Set<String> names = Set.of(name("only").split("\\s*,\\s*"));
    if (!actions.isEmpty()) {
      throw text.error(line, "'only' stands at the beginning of the scenario, or of a step");
    } else if (sentence.equals(BEGINNING)) {
      databases = names;
    } else {
      stepDatabases = names;
    }
  }

  private void again(int line) {
    String words = rest("again");
    if (!words.startsWith("with ") || !steps.isEmpty() || !actions.isEmpty()) {
      throw text.error(line, "'again with …' stands at the beginning of the scenario");
    }
    again.add(properties(line, words.substring("with ".length())));
  }

  private void refused(int line) {
    if (!rest("refused").isEmpty() || !actions.isEmpty() || sentence.equals(BEGINNING)) {
      throw text.error(line, "'refused' stands alone, at the beginning of a step");
    }
    refusal = true;
  }

  private Action.Execute statement(int line, Optional<Capability> capability) {
    String sql = text.takeStatement();
    Expected expected = new ExpectationParser(text).read();
    Optional<Action.Condition> condition =
        capability.map(needed -> new Action.Condition(needed, refusal(line)));
    return new Action.Execute(line, sql, expected, condition);
  }

  private Action conditional(int line) {
    String words = rest("where");
    if (words.startsWith(IS)) {
      Set<String> names = Set.of(words.substring(IS.length()).strip().split("\\s*,\\s*"));
      return new Action.OnlyOn(line, names, conditioned(line));
    } else if (words.startsWith(WITH)) {
      Map<String, String> way = properties(line, words.substring(WITH.length()));
      return new Action.OnlyIn(line, way, true, conditioned(line));
    } else if (words.startsWith(WITHOUT)) {
      Map<String, String> way = properties(line, words.substring(WITHOUT.length()));
      return new Action.OnlyIn(line, way, false, conditioned(line));
    } else if (!words.startsWith(HAS)) {
      throw text.error(line, "'where the database has …' or 'where the database is …' is expected");
    }
    String name = words.substring(HAS.length()).strip();
    for (Capability capability : Capability.values()) {
      if (capability.name().equals(name)) {
        text.hasNext();
        return statement(text.line(), Optional.of(capability));
      }
    }
    throw text.error(line, "no database has '%s'".formatted(name));
  }

  private Action conditioned(int line) {
    int before = actions.size();
    List<Action> ofStep = actions;
    if (text.hasNext()) {
      takeNext();
    }
    if (actions != ofStep || actions.size() != before + 1) {
      throw text.error(line, "what is done there is expected below");
    }
    return actions.remove(before);
  }

  private Failure refusal(int line) {
    String start = "otherwise fails";
    if (!text.hasNext() || !text.nextWord().equals("otherwise")) {
      throw text.error(line, "'otherwise fails …' is expected below this statement");
    }
    int refusalLine = text.line();
    String words = text.takeLine();
    if (!words.startsWith(start)) {
      throw text.error(refusalLine, "'otherwise fails …' is expected");
    }
    return new ExpectationParser(text)
        .failure(refusalLine, words.substring(start.length()).strip());
  }

  private Action.Rows rows(String word, int line) {
    int indentation = text.indentation();
    String sql = word.equals("view") ? "select * from " + name(word) : query(word);
    return new Action.Rows(line, sql, table(line, indentation));
  }

  private String query(String word) {
    return text.takeStatement().substring(word.length()).strip();
  }

  private Table table(int line, int indentation) {
    try {
      return TableParser.table(text.takeTable(indentation));
    } catch (IllegalArgumentException e) {
      throw text.error(line, e.getMessage());
    }
  }

  private Action.Prepared prepared(String word, int line) {
    int indentation = text.indentation();
    String sql = query(word);
    Table parameters = table(line, indentation);
    Expected expected = new ExpectationParser(text).read();
    return new Action.Prepared(line, sql, parameters.rows(), word.equals("batch"), expected);
  }

  private Action.Connect connect(int line) {
    String words = name("connect");
    int with = words.indexOf(" with ");
    return with < 0
        ? new Action.Connect(line, words, Map.of())
        : new Action.Connect(
            line, words.substring(0, with), properties(line, words.substring(with + 6)));
  }

  private Map<String, String> properties(int line, String words) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String property : words.split("\\s*,\\s*")) {
      String[] parts = property.strip().split("\\s*=\\s*", 2);
      if (parts.length < 2) {
        throw text.error(line, "'%s' is not of the form name=value".formatted(property));
      }
      properties.put(parts[0], parts[1]);
    }
    return properties;
  }

  private Action.AutoCommit autoCommit(int line) {
    String word = rest("autocommit");
    if (!word.equals("on") && !word.equals("off")) {
      throw text.error(line, "'autocommit on' or 'autocommit off' is expected");
    }
    return new Action.AutoCommit(line, word.equals("on"));
  }

  private Action.Savepoint savepoint(int line) {
    String words = rest("jdbc");
    for (Action.Savepoint.Use use : Action.Savepoint.Use.values()) {
      String start = use.words() + " ";
      if (words.startsWith(start)) {
        return new Action.Savepoint(line, use, words.substring(start.length()).strip());
      }
    }
    throw text.error(
        line, "'jdbc savepoint …', 'jdbc rollback to …' or 'jdbc release …' is expected");
  }

  private Action.Clock clock(int line) {
    String words = rest("clock");
    try {
      return new Action.Clock(line, Instant.parse(words.replace(' ', 'T') + "Z"));
    } catch (DateTimeParseException e) {
      throw text.error(line, "'clock yyyy-mm-dd hh:mm:ss' is expected");
    }
  }

  private Action.Worker worker(int line) {
    String[] words = rest("worker").split("\\s+");
    boolean valid = words.length == 2 && Set.of("runs", "fails").contains(words[0]);
    if (!valid || !words[1].matches("\\d+")) {
      throw text.error(line, "'worker runs <jobs>' or 'worker fails <jobs>' is expected");
    }
    return new Action.Worker(line, words[0].equals("fails"), Integer.parseInt(words[1]));
  }

  private Action.Staleness staleness(int line) {
    String words = rest("staleness");
    int blank = words.lastIndexOf(' ');
    if (blank < 0) {
      throw text.error(line, "'staleness <view> <value>' is expected");
    }
    return new Action.Staleness(
        line, words.substring(0, blank).strip(), words.substring(blank + 1));
  }
}
