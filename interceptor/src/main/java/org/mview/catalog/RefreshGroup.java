package org.mview.catalog;

import org.mview.sql.QualifiedName;

/**
 * Views that are refreshed together, so that they are of one moment.
 *
 * @param implicitDestroy whether it goes with its last view, as the group of a view that was made
 *     with a schedule does
 * @param options what only the dictionary shows
 */
public record RefreshGroup(long id, QualifiedName name, boolean implicitDestroy, Options options) {

  /** What Oracle's replication reads, and we remember. */
  public record Options(
      boolean pushDeferred, boolean afterErrors, int purgeOption, int parallelism, int heapSize) {
    /** What holds when nothing is said. */
    public static final Options DEFAULT = new Options(true, false, 1, 0, 0);
  }

  /** The same with other options. */
  public RefreshGroup with(boolean otherImplicitDestroy, Options other) {
    return new RefreshGroup(id, name, otherImplicitDestroy, other);
  }
}
