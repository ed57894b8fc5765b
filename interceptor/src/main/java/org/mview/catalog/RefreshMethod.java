package org.mview.catalog;

/** How a view is brought up to date. */
public enum RefreshMethod {
  /** From the changes of its tables; an error where that cannot be done. */
  FAST,
  /** The same of a view that reads a partitioned table: only a call asks for it. */
  PCT,
  /** By running its query again. */
  COMPLETE,
  /** Fast where that can be done, else complete. */
  FORCE,
  /** Not at all. */
  NEVER;

  /** Whether it is an error where changes cannot be read. */
  public boolean mustReadChanges() {
    return this == FAST || this == PCT;
  }

  /** Whether it reads changes, where that can be done. */
  public boolean readsChanges() {
    return mustReadChanges() || this == FORCE;
  }
}
