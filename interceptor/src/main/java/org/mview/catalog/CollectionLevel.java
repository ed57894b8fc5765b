package org.mview.catalog;

/** How much is collected of a refresh. */
public enum CollectionLevel {
  /** Nothing; it costs nothing either. */
  NONE,
  /** When it ran, for how long, by which method, and how many rows the view had. */
  TYPICAL,
  /** Also how many rows of each master have changed, and how long each statement took. */
  ADVANCED
}
