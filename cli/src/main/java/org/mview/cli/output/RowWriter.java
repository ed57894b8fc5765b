package org.mview.cli.output;

import java.util.List;

/** Writes one result: its columns, then its rows, then what closes it. Used once. */
public interface RowWriter {
  /** The names of the columns; called once, before any row. */
  void header(List<String> columns);

  /** One row, with a cell for each column. */
  void row(List<Cell> row);

  /** No more rows. */
  void end();
}
