package org.mview.catalog;

/** How a view is brought up to date. */
public enum RefreshMethod {
  /** From the changes of its tables; an error where that cannot be done. */
  FAST,
  /** By running its query again. */
  COMPLETE,
  /** Fast where that can be done, else complete. */
  FORCE,
  /** Not at all. */
  NEVER;

  /** Whether it reads changes, where that can be done. */
  public boolean readsChanges() {
    return this == FAST || this == FORCE;
  }
}
