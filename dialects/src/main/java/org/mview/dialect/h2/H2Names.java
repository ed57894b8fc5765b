package org.mview.dialect.h2;

import org.mview.dialect.Spelling;

/** How names and texts stand in a statement. */
final class H2Names {
  /** Shorter than the longest that H2 takes: the name of a trigger says of which log it is. */
  static final Spelling NAMES = new Spelling('"', 240);

  /** What tells a session from all others, before a restart too. */
  static final String SESSION =
      """
      (SELECT s.SESSION_ID || ' ' || s.SESSION_START FROM INFORMATION_SCHEMA.SESSIONS AS s \
      WHERE s.SESSION_ID = SESSION_ID())""";

  private H2Names() {}
}
