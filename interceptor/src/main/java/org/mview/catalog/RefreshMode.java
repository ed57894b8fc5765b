package org.mview.catalog;

/** When a view is brought up to date. */
public enum RefreshMode {
  /** When it is asked for, or at the times of its schedule. */
  DEMAND,
  /** In each commit of a transaction that changed one of its tables. */
  COMMIT,
  /** In each statement that changes one of its tables. */
  STATEMENT;

  /** Whether that is inside the transactions that change its tables. */
  public boolean isInTransactions() {
    return this != DEMAND;
  }
}
