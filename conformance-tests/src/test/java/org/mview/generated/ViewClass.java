package org.mview.generated;

/** The kinds of queries that are to be made up. */
enum ViewClass {
  // the change of these can always be derived
  ONE_TABLE,
  AGGREGATE,
  TOTAL,
  DISTINCT,
  JOIN,
  SELF_JOIN,
  JOIN_AGGREGATE,
  UNION_ALL,
  NESTED,

  // these may be refused: they have anything in them, in any combination
  ANY_ROWS,
  ANY_GROUPS,
  SET_OPERATORS,
  WINDOW,
  TOP,
  TOP_PER_GROUP,
  READ_TWICE;

  /** Whether the change of such a query can always be derived. */
  boolean isDerivable() {
    return compareTo(NESTED) <= 0;
  }
}
