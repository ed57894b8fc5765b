package org.mview.statement.query;

/** What a query is read for. */
enum Use {
  /** Its rows, as often as they occur. */
  ROWS,
  /** Whether it has a row with certain values: how often does not matter. */
  VALUES,
  /** Whether it has a row. */
  EXISTENCE;

  boolean mayRepeat() {
    return this != ROWS;
  }
}
