package org.mview.statement;

/**
 * A word, a string, a symbol … of a text.
 *
 * @param start offset of its first character in the source
 * @param end offset behind its last character
 */
record Token(Kind kind, String source, int start, int end) {

  private static final int LONGEST_SHOWN = 40;

  enum Kind {
    /** A keyword or a name without quotes: which of them, only the grammar knows. */
    WORD,
    /** A name in quotes. */
    NAME,
    NUMBER,
    STRING,
    /** {@code ?}, {@code ?1}, {@code :name} or {@code :1}. */
    PARAMETER,
    SYMBOL,
    COMMENT,
    /** A comment that begins with a plus. */
    HINT,
    /** A string, a quoted name or a comment that the text ends in. */
    UNTERMINATED,
    /** Behind the last character. */
    END
  }

  /** Whether it is this symbol or, in whatever case, this keyword. */
  boolean is(String keyword) {
    return switch (kind) {
      case WORD -> Ascii.equal(keyword, source, start, end);
      case SYMBOL -> keyword.length() == end - start && source.startsWith(keyword, start);
      default -> false;
    };
  }

  /** The keyword that it may be, in upper case; empty when it is none. */
  String keyword() {
    boolean possible = kind == Kind.WORD && end - start <= LONGEST_SHOWN;
    return possible ? Ascii.upper(text()) : "";
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Whether it is a number of at most nine digits, and of nothing but digits. */
  boolean isInteger() {
    return kind == Kind.NUMBER && end - start <= 9 && Characters.skipDigits(source, start) == end;
  }

  /** As the source has it. */
  String text() {
    return source.substring(start, end);
  }

  /** As a message shows it: a string may be a secret, and anything may be long. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the text";
      case STRING -> "a string";
      case UNTERMINATED -> "a quote or a comment that does not end";
      default -> '"' + source.substring(start, Math.min(end, start + LONGEST_SHOWN)) + '"';
    };
  }

  @Override
  public String toString() {
    return kind + " " + text();
  }
}
