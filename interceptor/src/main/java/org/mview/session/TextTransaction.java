package org.mview.session;

/**
 * A transaction that the application has opened by text, although the connection is in autocommit.
 */
final class TextTransaction {
  private boolean open;
  private String outermost = "";

  boolean isOpen() {
    return open;
  }

  /**
   * A statement has opened a transaction, or set a savepoint that opens one where there is none.
   */
  void begun(Verdict.Watched watched, boolean autoCommit) {
    if (!open && autoCommit) {
      open = true;
      outermost = watched.savepoint();
    }
  }

  /** Whether releasing this savepoint ends the transaction. */
  boolean endsWith(Verdict.Watched watched) {
    return open && !outermost.isEmpty() && outermost.equalsIgnoreCase(watched.savepoint());
  }

  /** A transaction is open although nobody opened it by text: a switch to autocommit failed. */
  void leftOpen() {
    open = true;
  }

  void ended() {
    open = false;
    outermost = "";
  }
}
