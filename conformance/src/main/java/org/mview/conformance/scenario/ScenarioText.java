package org.mview.conformance.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.statement.LexicalRules;
import org.mview.statement.LexicalRules.Feature;
import org.mview.statement.ScriptSplitter;
import org.mview.statement.SourceText;

/** The text of a scenario, and how far it has been read. */
final class ScenarioText {
  private static final Pattern STEP_INSIDE = Pattern.compile("(?m)^\\h*step\\h.*");
  private static final Pattern SLASH = Pattern.compile("\\s*?\\n\\h*/\\h*(?=\\n|\\z)");

  private final String file;
  private final String text;
  private final ScriptSplitter splitter =
      new ScriptSplitter(new LexicalRules(Set.of(Feature.DOLLAR_STRINGS)));
  private int offset;

  ScenarioText(String file, String text) {
    this.file = file;
    this.text = text.replace("\r\n", "\n");
  }

  /** Goes to what is read next, and answers whether there is anything. */
  boolean hasNext() {
    skipBlank();
    return offset < text.length();
  }

  /** The line that is read next, from 1. */
  int line() {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  ScenarioSyntaxException error(int line, String message) {
    return new ScenarioSyntaxException(file, line, message);
  }

  /** Whether only blanks stand before what is read next on its line. */
  boolean isAtStartOfLine() {
    return text.substring(startOfLine(), offset).isBlank();
  }

  private int startOfLine() {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The first word of what is read next. */
  String nextWord() {
    int end = offset;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(offset, end);
  }

  /** Reads the rest of the line. */
  String takeLine() {
    int end = endOfLine(offset);
    String line = text.substring(offset, end).strip();
    offset = end;
    return line;
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** Reads one statement, to its semicolon, or to a line that holds only a slash. */
  String takeStatement() {
    int line = line();
    List<SourceText> statements = splitter.split(text.substring(offset));
    if (statements.isEmpty()) {
      throw error(line, "a statement is expected");
    }
    SourceText statement = statements.get(0);
    Matcher step = STEP_INSIDE.matcher(statement.text());
    if (step.find()) {
      throw error(line, "no semicolon ends this statement before '%s'".formatted(step.group()));
    }
    offset = end(statement, line);
    return statement.text();
  }

  private int end(SourceText statement, int line) {
    int end = offset + statement.end();
    Matcher slash = SLASH.matcher(text).region(end, text.length());
    if (slash.lookingAt()) {
      return slash.end();
    } else if (end < text.length() && text.charAt(end) == ';') {
      return end + 1;
    } else if (statement.text().endsWith(";")) {
      return end;
    }
    int semicolon = text.indexOf(';', end);
    if (semicolon < 0 || !text.substring(end, semicolon).isBlank()) {
      throw error(line, "no semicolon ends this statement");
    }
    return semicolon + 1;
  }

  /**
   * Reads the lines of a table: those that stand directly below, and further to the right.
   *
   * @param indentation of the line to which the table belongs
   */
  List<String> takeTable(int indentation) {
    List<String> lines = new ArrayList<>();
    int at = endOfLine(offset) + 1;
    while (at < text.length()) {
      String line = text.substring(at, endOfLine(at));
      if (line.isBlank() || indentation(line) <= indentation) {
        break;
      }
      lines.add(line.strip());
      offset = endOfLine(at);
      at = offset + 1;
    }
    return lines;
  }

  /** How far to the right the next line begins. */
  int indentation() {
    return indentation(text.substring(startOfLine(), endOfLine(offset)));
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** Passes over blanks, and over lines that are comments. */
  private void skipBlank() {
    boolean skipped = true;
    while (skipped) {
      while (offset < text.length() && Character.isWhitespace(text.charAt(offset))) {
        offset++;
      }
      skipped = text.startsWith("--", offset);
      offset = skipped ? endOfLine(offset) : offset;
    }
  }
}
