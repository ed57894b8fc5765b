package org.mview.dialect.h2;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.sql.UnicodeEscapes;

/** SQL as H2 itself writes it. */
final class H2Text {
  /** What stands in quotes; H2 escapes all that is not ASCII. */
  private static final Pattern QUOTED =
      Pattern.compile("(U&)?(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*')");

  private H2Text() {}

  /** The same text, of which everybody understands each name. */
  static String plain(String text) {
    return QUOTED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(plain(found)));
  }

  private static String plain(MatchResult found) {
    return found.group(1) == null ? found.group() : UnicodeEscapes.decoded(found.group(2), '\\');
  }
}
