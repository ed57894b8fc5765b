package org.mview.sql;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the quotes of {@code U&"…"} and {@code U&'…'}. */
public final class UnicodeEscapes {
  private UnicodeEscapes() {}

  /**
   * The text that is meant: of {@code d\0061t\+000061} it is {@code data}. What is no escape stays
   * as it is.
   *
   * @param escape what each of them begins with; the standard's own is a backslash
   */
  public static String decoded(String text, char escape) {
    String sign = Pattern.quote(String.valueOf(escape));
    return Pattern.compile("%1$s(?:(%1$s)|([0-9a-fA-F]{4})|\\+([0-9a-fA-F]{6}))".formatted(sign))
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(meant(found)));
  }

  private static String meant(MatchResult found) {
    if (found.group(1) != null) {
      return found.group(1);
    }
    int code = Integer.parseInt(found.group(2) != null ? found.group(2) : found.group(3), 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : found.group();
  }
}
