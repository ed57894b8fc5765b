package org.mview.generated;

/** When a value of a view is the value of its query. */
enum Sameness {
  /** When it is of the same type and the same. */
  IDENTICAL,

  /**
   * When SQL takes them for equal: of 1 and 1.0, or of 'a' and 'A' under NOCASE, either may stand
   * for a group, be left by DISTINCT, or be the least one.
   */
  EQUAL,

  /** As {@link #EQUAL}, where case is ignored. */
  EQUAL_IGNORING_CASE,

  /**
   * Whole numbers when they are the same. Sums of fractions depend on the order of the rows, which
   * SQL leaves open: they may differ by rounding.
   */
  SUM
}
