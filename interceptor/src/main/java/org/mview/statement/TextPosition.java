package org.mview.statement;

/**
 * A place in a text, as people count.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record TextPosition(int line, int column) {
  /** The place of an offset. */
  public static TextPosition of(String text, int offset) {
    int line = 1;
    int lineStart = 0;
    int newLine = text.indexOf('\n');
    while (newLine >= 0 && newLine < offset) {
      line++;
      lineStart = newLine + 1;
      newLine = text.indexOf('\n', lineStart);
    }
    return new TextPosition(line, offset - lineStart + 1);
  }
}
