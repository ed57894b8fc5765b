package org.mview.cli.demo;

import java.time.Duration;
import java.util.List;

/**
 * What the demonstration found.
 *
 * @param loadedRows rows of TPC-H before the first transaction
 * @param loading how long loading took
 * @param changedRows by all transactions
 * @param before transactions without a view on commit
 * @param after transactions with one
 */
record DemoResult(
    long loadedRows,
    Duration loading,
    long changedRows,
    List<ViewMeasurement> views,
    TransactionTimes before,
    TransactionTimes after) {
  /** Whether every view equalled its query at every comparison. */
  boolean isRight() {
    return views.stream().allMatch(view -> view.differences() == 0);
  }
}
