package org.mview.cli.tpch;

/** About how many rows a table of TPC-H has. */
sealed interface RowCount {
  long at(double scaleFactor);

  /** The same at every scale. */
  record Fixed(long rows) implements RowCount {
    @Override
    public long at(double scaleFactor) {
      return rows;
    }
  }

  /** So many times the scale factor. */
  record PerScale(long rows) implements RowCount {
    @Override
    public long at(double scaleFactor) {
      return Math.max(1, Math.round(rows * scaleFactor));
    }
  }
}
