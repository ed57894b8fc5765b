package org.mview.command;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Connections like that of the session, on which transactions of one call run beside each other.
 * From its beginning to its end no other session defines anything, nor do these transactions.
 */
public interface Company {
  /** Why there can be none; empty where there can. */
  Optional<String> obstacle();

  /** Begins: to be called by the thread of the session, as is {@link #end}. */
  void begin() throws SQLException;

  /** The connection of the session itself, for its own thread. */
  Member host();

  /**
   * Opens one more, for the thread that calls.
   *
   * @throws SQLException when it cannot be had, or is of another user, schema or database
   */
  Member join() throws SQLException;

  /** Whether the call was cancelled since it began; from any thread. */
  boolean isCancelled();

  /** Asks all statements that run to stop; from any thread. */
  void cancel() throws SQLException;

  /** Ends; the others are to be closed before. */
  void end() throws SQLException;

  /** One of the connections. */
  interface Member extends AutoCloseable {
    /**
     * Runs work as {@link Transactions#runChangingRows} does.
     *
     * @param said what is to be said of it
     * @throws org.mview.database.NeedsToBeAlone when it would define something: nothing is changed
     */
    <T> T run(Warnings said, Transactions.InTransaction<T> work) throws SQLException;

    /** Never fails. */
    @Override
    void close();
  }
}
