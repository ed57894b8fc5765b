package org.mview.session;

/**
 * What is known of the isolation level of the application's transactions, where nobody can ask
 * which a transaction has, but only which the session has.
 */
final class Isolation {
  private final boolean hidden;

  /**
   * Whether this transaction, or the next one, may have another level than the session has, and
   * nobody can ask which.
   */
  private boolean other;

  /** Whether a statement has come since the last transaction ended. */
  private boolean used;

  /**
   * Whether transactions have been found not to see what others have committed meanwhile. That
   * holds until the session gets another level; if it gets one without our hearing of it, views are
   * refreshed after the commit though they could be before it.
   */
  private boolean keepsSnapshots;

  /**
   * Nothing is known yet.
   *
   * @param hidden whether nobody can ask
   */
  Isolation(boolean hidden) {
    this.hidden = hidden;
  }

  boolean mayBeOther() {
    return other;
  }

  boolean keepsSnapshots() {
    return keepsSnapshots;
  }

  /** Whether a transaction would have begun by now where each statement is part of one. */
  boolean isUsed() {
    return used;
  }

  /** A statement has come. */
  void use() {
    used = true;
  }

  /** The next transaction has a level of its own, or this one may have. */
  void setForOne() {
    keepsSnapshots = false;
    other |= hidden;
  }

  /**
   * The session has another level now.
   *
   * @param inUse whether a transaction may have begun, which goes on at the level that it has
   */
  void setForAll(boolean inUse) {
    keepsSnapshots = false;
    other |= hidden && inUse;
  }

  /** A transaction was found to see what others have committed, or not. */
  void found(boolean keepsSnapshot) {
    keepsSnapshots = hidden && keepsSnapshot;
  }

  /** The transaction has ended. */
  void ended() {
    other = false;
    used = false;
  }
}
