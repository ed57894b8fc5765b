package org.mview.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jline.reader.CompletingParsedLine;

/**
 * The words of a line, as completion sees them.
 *
 * @param word the word at the cursor; empty when there is none
 * @param wordCursor where in the word the cursor is
 * @param wordIndex the place of the word among the words
 * @param words those up to the cursor, the word at the cursor being the last
 * @param cursor where in the line the cursor is
 */
record Words(
    String word, int wordCursor, int wordIndex, List<String> words, String line, int cursor)
    implements CompletingParsedLine {
  /** A keyword or a name; with its first quote, or with the backslash of a command. */
  private static final Pattern WORD = Pattern.compile("[\\\\\"]?[\\p{L}\\p{Nd}_$#]+|[\\\\\"]");

  static Words of(String line, int cursor) {
    List<String> before = new ArrayList<>();
    for (MatchResult match : WORD.matcher(line).results().toList()) {
      if (match.end() < cursor) {
        before.add(match.group());
      } else if (match.start() < cursor) {
        return at(match.group(), cursor - match.start(), before, line, cursor);
      }
    }
    return at("", 0, before, line, cursor);
  }

  private static Words at(
      String word, int wordCursor, List<String> before, String line, int cursor) {
    List<String> words = new ArrayList<>(before);
    words.add(word);
    return new Words(word, wordCursor, before.size(), words, line, cursor);
  }

  /** A candidate is SQL already. */
  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor;
  }

  @Override
  public int rawWordLength() {
    return word.length();
  }
}
