package org.mview.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Texts, as long as databases count them that count bytes. */
public final class Utf8 {
  private Utf8() {}

  /** The length in bytes. */
  public static int length(String text) {
    return text.getBytes(UTF_8).length;
  }

  /** As many characters from the beginning as have room in so many bytes. */
  public static String beginning(String text, int bytes) {
    int end = text.length();
    while (length(text.substring(0, end)) > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
