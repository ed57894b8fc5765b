package org.mview.conformance.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mview.conformance.scenario.Expected.Warning;
import org.mview.conformance.scenario.Failure.Code;

/** Reads the lines below a statement that say what is expected of it. */
final class ExpectationParser {
  private static final String OF_DATABASE = "the database";
  private static final Pattern CODE =
      Pattern.compile("(?:ORA-(\\d{5}))?\\s*(?:SQLSTATE (\\w{5}))?");
  private static final Pattern WARNING = Pattern.compile("(?:ORA-(\\d{5}))?(?::\\s*(.+))?");

  private final ScenarioText text;
  private final List<Warning> warnings = new ArrayList<>();
  private Optional<Failure> failure = Optional.empty();
  private OptionalInt changes = OptionalInt.empty();

  ExpectationParser(ScenarioText text) {
    this.text = text;
  }

  Expected read() {
    boolean taken = true;
    while (taken) {
      taken = text.hasNext() && text.isAtStartOfLine() && take(text.nextWord());
    }
    return new Expected(failure, warnings, changes);
  }

  private boolean take(String word) {
    int line = text.line();
    switch (word) {
      case "fails" -> {
        if (failure.isPresent()) {
          throw text.error(line, "this statement fails once already");
        }
        failure = Optional.of(failure(line, rest(word)));
      }
      case "warns" -> warnings.add(warning(line, rest(word)));
      case "changes" -> changes = OptionalInt.of(changes(line, rest(word)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private String rest(String word) {
    return text.takeLine().substring(word.length()).strip();
  }

  /** What stands behind {@code fails}: the codes, and behind a colon a piece of the message. */
  Failure failure(int line, String words) {
    int colon = words.indexOf(':');
    String codes = colon < 0 ? words : words.substring(0, colon);
    String fragment = colon < 0 ? "" : words.substring(colon + 1).strip();
    List<Code> errors =
        Arrays.stream(codes.split("\\s+because of\\s+")).map(code -> code(line, code)).toList();
    return new Failure(errors, fragment);
  }

  private Code code(int line, String words) {
    String code = words.strip();
    if (code.equals(OF_DATABASE) || code.equals("in " + OF_DATABASE)) {
      return Code.OF_DATABASE;
    }
    Matcher matcher = CODE.matcher(code);
    if (code.isEmpty() || !matcher.matches()) {
      throw text.error(
          line, "'%s' is neither ORA-nnnnn, SQLSTATE xxxxx nor 'in the database'".formatted(code));
    }
    return new Code(number(matcher.group(1)), Optional.ofNullable(matcher.group(2)), false);
  }

  private static OptionalInt number(@Nullable String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  private Warning warning(int line, String words) {
    Matcher matcher = WARNING.matcher(words);
    if (words.isEmpty() || !matcher.matches()) {
      throw text.error(
          line, "'%s' is neither ORA-nnnnn nor ': a piece of the text'".formatted(words));
    }
    String fragment = matcher.group(2);
    return new Warning(number(matcher.group(1)).orElse(0), fragment == null ? "" : fragment);
  }

  private int changes(int line, String words) {
    if (!words.matches("\\d+")) {
      throw text.error(line, "'%s' is not a number of rows".formatted(words));
    }
    return Integer.parseInt(words);
  }
}
