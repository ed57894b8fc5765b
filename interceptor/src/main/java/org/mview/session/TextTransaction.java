package org.mview.session;

/**
 * A transaction that was opened by text, by the application or around a statement of it, although
 * the connection is in autocommit.
 *
 * <p>Such a one may be over before its end: where a deadlock, a definition or a procedure has ended
 * it, each statement that follows is a transaction by itself. A refresh is not to run like that.
 */
final class TextTransaction {
  private boolean open;
  private String outermost = "";
  private boolean doubtful;

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
      doubtful = false;
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

  /** A statement was run, or has failed, that may have ended it. */
  void doubt() {
    doubtful = true;
  }

  /** Whether it may be over, which is to be asked then. */
  boolean isDoubtful() {
    return doubtful;
  }

  /** It is not over. */
  void trust() {
    doubtful = false;
  }

  void ended() {
    open = false;
    outermost = "";
    doubtful = false;
  }
}
