package org.mview.statement;

/** What a new view may be given beyond its query; each is off when nothing is said. */
public enum ViewOption {
  /** Columns of a prebuilt table may be less precise than the query's. */
  REDUCED_PRECISION,
  /** No index is made on what identifies its rows. */
  NO_INDEX,
  /** Its rows may be changed. */
  FOR_UPDATE,
  /** Reading it takes the pending changes into account. */
  ON_QUERY_COMPUTATION,
  /** It may answer queries that do not name it. */
  QUERY_REWRITE,
  /** Commits of several sessions may refresh it at the same time. */
  CONCURRENT_REFRESH
}
