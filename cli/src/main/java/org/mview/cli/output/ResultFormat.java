package org.mview.cli.output;

import java.io.PrintWriter;

/** How a result is written. */
@FunctionalInterface
public interface ResultFormat {
  /** Comma-separated values after RFC 4180, but with the line ends of Unix. */
  ResultFormat CSV = CsvWriter::new;

  /** An array of objects for each result, one row a line. */
  ResultFormat JSON = JsonWriter::new;

  /** A writer for one result. */
  RowWriter writer(PrintWriter out);

  /** A table for people to read. */
  static ResultFormat table(TableLayout layout) {
    return out -> new TableWriter(out, layout);
  }
}
