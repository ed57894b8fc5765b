package org.mview.catalog;

/** How a view gets its first rows. */
public enum BuildMode {
  /** By running its query at once. */
  IMMEDIATE,
  /** By its first refresh. */
  DEFERRED,
  /** A table of its name has them already. */
  PREBUILT
}
