package org.mview.cli.demo;

import java.util.Map;

/** What is found out about one view while the demonstration runs. */
final class ViewMeasurement {
  private final DemoView view;
  private final Times fast = new Times();
  private final Times complete = new Times();
  private long pendingRows;
  private long refreshedRows;
  private long rows;
  private long comparisons;
  private long differences;

  ViewMeasurement(DemoView view) {
    this.view = view;
  }

  DemoView view() {
    return view;
  }

  /** A transaction has changed so many rows, by table. */
  void changed(Map<String, Long> changedRows) {
    view.masters().forEach(master -> pendingRows += changedRows.getOrDefault(master, 0L));
  }

  void refreshedFast(long nanoseconds) {
    fast.add(nanoseconds);
    refreshedRows += pendingRows;
    pendingRows = 0;
  }

  void refreshedCompletely(long nanoseconds) {
    complete.add(nanoseconds);
  }

  void compared(long rowsNow, long differingRows) {
    rows = rowsNow;
    comparisons++;
    differences += differingRows;
  }

  Times fast() {
    return fast;
  }

  Times complete() {
    return complete;
  }

  /** Of its tables, between one fast refresh and the next, on average. */
  long changedRowsPerRefresh() {
    return fast.count() == 0 ? 0 : Math.round((double) refreshedRows / fast.count());
  }

  /** At the last comparison. */
  long rows() {
    return rows;
  }

  /** How often it was compared with its query. */
  long comparisons() {
    return comparisons;
  }

  /** In how many rows it differed from its query, all comparisons together. */
  long differences() {
    return differences;
  }
}
