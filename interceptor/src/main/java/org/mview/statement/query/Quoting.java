package org.mview.statement.query;

import org.mview.statement.ParserSpelling;

/** Takes the quotes off a name. */
final class Quoting {
  private Quoting() {}

  static String without(String name) {
    if (name.length() < 2) {
      return name;
    }
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    boolean quoted =
        (first == last && (first == '"' || first == '`')) || (first == '[' && last == ']');
    String quote = String.valueOf(last);
    return quoted
        ? ParserSpelling.original(
            name.substring(1, name.length() - 1).replace(quote + quote, quote))
        : name;
  }
}
