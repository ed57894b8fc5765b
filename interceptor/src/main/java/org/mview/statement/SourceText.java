package org.mview.statement;

/**
 * A piece of a statement, byte for byte as the application wrote it.
 *
 * @param offset where it begins in the statement, in characters from 0
 */
public record SourceText(String text, int offset) {
  public SourceText {
    if (offset < 0) {
      throw new IllegalArgumentException("an offset is not negative");
    }
  }

  /** The offset behind its last character. */
  public int end() {
    return offset + text.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
