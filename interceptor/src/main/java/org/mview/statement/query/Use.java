package org.mview.statement.query;

/** What a query is read for. */
enum Use {
  /** Its rows, as often as they occur. */
  ROWS,
  /** Whether it has a row, or one with certain values: how often a row occurs does not matter. */
  TEST
}
