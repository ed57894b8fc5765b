package org.mview.dialect.hsqldb;

import org.mview.dialect.Spelling;

/** How names and texts stand in a statement. */
final class HsqldbNames {
  static final Spelling NAMES = new Spelling('"', 128);

  /** The type of any text; what is called LONGVARCHAR may be a CLOB. */
  static final String TEXT = "VARCHAR(16777216)";

  /** What tells a session from all others, before a restart too. */
  static final String SESSION =
      """
      (SELECT s.SESSION_ID || ' ' || s.CONNECTED FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS AS s \
      WHERE s.SESSION_ID = SESSION_ID())""";

  private HsqldbNames() {}

  /** A text as SQL has it. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
