package org.mview.cli.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Text as a terminal shows it: how many columns it takes, and the same text cut to fewer. */
final class TextWidth {
  private static final String ELLIPSIS = "…";

  /** What a reader takes for one character: accents, skin tones and families stay together. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private static final Pattern PLAIN = Pattern.compile("[ -~]*");

  /**
   * Characters that are pictures, two columns wide, although they stand among the narrow symbols
   * (emoji-data of Unicode 15, Emoji_Presentation below U+1F000). JLine counts them as narrow.
   */
  private static final Pattern PICTURE =
      Pattern.compile(
          "[⌚⌛⏩-⏬⏰⏳◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓-❕❗➕-➗➰➿⬛⬜⭐⭕].*"
              // A narrow symbol that is asked to be a picture.
              + "|.*\\x{FE0F}.*",
          Pattern.DOTALL);

  private TextWidth() {}

  /**
   * The same text on one line, with a sign for each character that would move the cursor: data must
   * not be able to steer the terminal.
   */
  static String onOneLine(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().map(TextWidth::visible).forEach(line::appendCodePoint);
    return line.toString();
  }

  private static int visible(int character) {
    if (character == '\n') {
      return '↵';
    }
    if (character == '\t') {
      return ' ';
    }
    return Character.isISOControl(character) ? '�' : character;
  }

  /** How many columns of a terminal the text takes; it holds no control characters. */
  static int of(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text.length();
    }
    return CHARACTER.matcher(text).results().mapToInt(c -> width(c.group())).sum();
  }

  private static int width(String character) {
    if (PICTURE.matcher(character).matches()) {
      return 2;
    }
    int parts = character.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    return Math.min(2, parts);
  }

  /** The text, if it is longer than that many columns, cut and ended by an ellipsis. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    Matcher characters = CHARACTER.matcher(text);
    int room = columns - 1;
    int end = 0;
    while (characters.find() && width(characters.group()) <= room) {
      room -= width(characters.group());
      end = characters.end();
    }
    return text.substring(0, end) + ELLIPSIS;
  }
}
