package org.mview.generated;

/** The kinds of queries that are to be made up. */
enum ViewClass {
  ONE_TABLE,
  AGGREGATE,
  TOTAL,
  DISTINCT,
  JOIN,
  SELF_JOIN,
  JOIN_AGGREGATE,
  UNION_ALL,
  NESTED,
  /** Nothing is promised of these, but that the rows are right. */
  OTHER;

  /** Whether the change of such a query can always be derived. */
  boolean isDerivable() {
    return this != OTHER;
  }
}
