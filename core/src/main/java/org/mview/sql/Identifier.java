package org.mview.sql;

/**
 * The name of a table, a column, a schema …, exactly as the database stores it, without quotes.
 *
 * <p>Only the writer of a dialect turns an identifier into SQL text, and it quotes it.
 */
public record Identifier(String text) {
  public Identifier {
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an identifier is neither empty nor does it hold a NUL");
    }
  }

  /** The identifier of this text. */
  public static Identifier of(String text) {
    return new Identifier(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
