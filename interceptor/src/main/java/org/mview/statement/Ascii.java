package org.mview.statement;

/** Keywords are ASCII: compared without a copy, and without the surprises of other alphabets. */
final class Ascii {
  private Ascii() {}

  /** Whether the source holds this keyword, in whatever case, between the two offsets. */
  static boolean equal(String keyword, String source, int start, int end) {
    if (keyword.length() != end - start) {
      return false;
    }
    for (int i = 0; i < keyword.length(); i++) {
      if (keyword.charAt(i) != upper(source.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  static String upper(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = upper(characters[i]);
    }
    return new String(characters);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
