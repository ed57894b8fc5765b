package org.mview.session;

import org.mview.statement.Command;

/** What the text of a statement is to us. Found without asking the database. */
public sealed interface Verdict {
  /** Nothing: the text goes to the database as the application wrote it, with nothing around it. */
  Verdict PASS = new Pass();

  /** Nothing to do with us. */
  record Pass() implements Verdict {}

  /**
   * The application's own statement, byte for byte, with something of ours before or after it: it
   * may change a table that a view reads, or it begins or ends a transaction.
   */
  record Watched(Effect effect) implements Verdict {}

  /** Why a statement is watched. */
  enum Effect {
    /** May change rows that a view depends on. */
    CHANGES_ROWS,
    /** Opens a transaction by text. */
    BEGINS,
    /** Ends a transaction by text, and keeps what it did. */
    COMMITS,
    /** Ends a transaction, or goes back to a savepoint, by text. */
    ROLLS_BACK,
    /** Changes tables, so that what we know of them is to be read again. */
    CHANGES_TABLES
  }

  /** A statement of ours: the database never sees this text. */
  record Ours(Command command) implements Verdict {}
}
