package org.mview.dialect.postgres;

import org.mview.dialect.Spelling;

/** How names and texts stand in a statement. */
final class PostgresNames {
  /** What PostgreSQL keeps of a name, in bytes; the rest it cuts off without a word. */
  static final Spelling NAMES = new Spelling('"', 63);

  private PostgresNames() {}

  /**
   * A text as a literal in which every character stands for itself, whatever {@code
   * standard_conforming_strings} says.
   */
  static String literal(String text) {
    String tag = "$mview$";
    // The last character too: with it, the closing tag would begin too early.
    for (int i = 1; (text + "$").contains(tag); i++) {
      tag = "$mview" + i + "$";
    }
    return tag + text + tag;
  }
}
