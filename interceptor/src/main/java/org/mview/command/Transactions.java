package org.mview.command;

import java.sql.SQLException;

/** Runs work in transactions of our own, one after the other. */
public interface Transactions {

  /** Work inside a transaction. */
  @FunctionalInterface
  interface InTransaction<T> {
    /** Does the work. */
    T run(Work work) throws SQLException;
  }

  /** Runs work in a transaction: all of it is committed, or, when it fails, nothing. */
  <T> T run(InTransaction<T> work) throws SQLException;

  /**
   * The same for work that changes rows which views may read: those that are kept ON COMMIT are
   * brought up to date before the commit.
   */
  <T> T runChangingRows(InTransaction<T> work) throws SQLException;

  /** What is to be said when all is done. */
  Warnings warnings();

  /** Connections like this one, for transactions that run beside each other. */
  Company company();
}
