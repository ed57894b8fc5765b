package org.mview.session;

import java.util.List;
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
  record Watched(Effect effect, String savepoint) implements Verdict {
    /** A statement that has nothing to do with a savepoint. */
    public Watched(Effect effect) {
      this(effect, "");
    }
  }

  /** Why a statement is watched. */
  enum Effect {
    /** May change rows that a view depends on. */
    CHANGES_ROWS,
    /** A query that may do so, of which half would be left if it failed. */
    CHANGES_ROWS_OR_LEAVES_HALF,
    /** May do so, and end the transaction: a procedure, or a statement that has a name. */
    CALLS,
    /** May do so, and commits by itself, which it cannot inside a transaction. */
    CALLS_ALONE,
    /** Changes nothing that concerns us, but may end the transaction, as locking tables does. */
    MAY_END,
    /** Locks tables until they are unlocked. */
    LOCKS_TABLES,
    /** Unlocks them. */
    UNLOCKS_TABLES,
    /** Switches autocommit by text. */
    SETS_AUTOCOMMIT,
    /** May fail, as it reads a view that triggers keep of the table that it changes. */
    MEETS_ITSELF,
    /** May define a trigger, a view or a table, and with it what else changes rows. */
    DEFINES,
    /** Several statements in one text, of which one at least does more than change rows. */
    DOES_SEVERAL,
    /** Opens a transaction by text. */
    BEGINS,
    /** Gives the next transaction an isolation level of its own. */
    SETS_NEXT_ISOLATION,
    /** Gives the session an isolation level, and with it each transaction that begins from now. */
    SETS_ISOLATION,
    /** Ends a transaction by text, and keeps what it did. */
    COMMITS,
    /** The same, and begins the next one at once. */
    COMMITS_AND_BEGINS,
    /** Ends a transaction, and keeps nothing of it, by text. */
    ROLLS_BACK,
    /** The same, and begins the next one at once. */
    ROLLS_BACK_AND_BEGINS,
    /** Begins a branch of a distributed transaction by text. */
    BEGINS_BRANCH,
    /** Prepares a transaction or a branch by text: how it ends is said elsewhere, or later. */
    PREPARES,
    /** Commits a branch, or what was prepared, of this connection or another, by text. */
    COMMITS_BRANCH,
    /** Sets a savepoint by text, which may open a transaction. */
    SETS_SAVEPOINT,
    /** Releases a savepoint by text, which may end a transaction. */
    RELEASES_SAVEPOINT,
    /** Goes back to a savepoint by text. */
    ROLLS_BACK_TO_SAVEPOINT
  }

  /**
   * A statement of ours: the database never sees this text.
   *
   * @param sql the text
   * @param parameters what the question marks of the text stand for, in their order: the name of
   *     the formal parameter, as the manual has it, or an empty text for the result of a function
   */
  record Ours(Command command, String sql, List<String> parameters) implements Verdict {
    public Ours {
      parameters = List.copyOf(parameters);
    }

    /** A statement without question marks. */
    public Ours(Command command, String sql) {
      this(command, sql, List.of());
    }
  }
}
