package org.mview.dialect.mysql;

import java.util.List;
import java.util.Locale;

/**
 * NULL of a column's type, as far as CAST knows it. Of other types a bare NULL does: what is
 * computed from one is a text, or a number with a floating point, as with a column of that type.
 */
final class MysqlNull {
  private static final List<String> AS_THEY_ARE = List.of("decimal", "date", "datetime", "time");

  private MysqlNull() {}

  /**
   * The NULL.
   *
   * @param declaration of the column, such as {@code int(11) unsigned}
   */
  static String of(String declaration) {
    String lower = declaration.toLowerCase(Locale.ROOT);
    String type = lower.split(" ", 2)[0];
    String word = type.replaceFirst("\\(.*", "");
    if (word.endsWith("int") || word.equals("integer")) {
      return cast(lower.contains("unsigned") ? "UNSIGNED" : "SIGNED");
    } else if (word.equals("bit") || word.equals("year")) {
      return cast("UNSIGNED");
    } else if (AS_THEY_ARE.contains(word)) {
      return cast(type);
    }
    return word.equals("timestamp") ? cast(type.replace(word, "datetime")) : "NULL";
  }

  private static String cast(String type) {
    return "CAST(NULL AS %s)".formatted(type);
  }
}
