package org.mview.cli.output;

import java.io.PrintWriter;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads a result set to its end, into a writer. */
public final class ResultRows {
  /** SQLSTATE of the standard: the statement was cancelled by its user. */
  private static final String QUERY_CANCELED = "57014";

  /** How often it is looked whether anybody still reads: after {@code | head} nobody does. */
  private static final int ROWS_BETWEEN_LOOKS = 1000;

  private ResultRows() {}

  /**
   * Writes all rows that are left.
   *
   * @param cancelled asked before each row; once it holds, no more rows are read. Some drivers have
   *     all rows by then, and nothing else would stop them
   * @return how many rows there were
   * @throws SQLException the driver's own, or 57014 when cancelled or when the output is closed;
   *     the rows until then are written
   */
  public static long write(
      ResultSet rows, ResultFormat format, PrintWriter out, BooleanSupplier cancelled)
      throws SQLException {
    RowWriter writer = format.writer(out);
    List<String> columns = columns(rows.getMetaData());
    writer.header(columns);
    long count = 0;
    try {
      while (rows.next()) {
        if (cancelled.getAsBoolean()) {
          throw new SQLException("cancelled after " + count + " rows", QUERY_CANCELED);
        }
        writer.row(row(rows, columns.size()));
        count++;
        if (count % ROWS_BETWEEN_LOOKS == 0 && out.checkError()) {
          throw new SQLException("nobody reads the output any more", QUERY_CANCELED);
        }
      }
    } finally {
      writer.end();
    }
    return count;
  }

  private static List<String> columns(ResultSetMetaData metaData) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(metaData.getColumnLabel(i));
    }
    return columns;
  }

  /** The first cells of the row at which a result set stands. */
  public static List<Cell> row(ResultSet rows, int width) throws SQLException {
    List<Cell> row = new ArrayList<>(width);
    for (int i = 1; i <= width; i++) {
      row.add(cell(rows, i));
    }
    return row;
  }

  private static Cell cell(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value == null) {
      return Cell.NULL;
    }
    if (value instanceof Number number) {
      return NumberText.cell(number);
    }
    if (value instanceof Boolean bool) {
      return Cell.bool(bool);
    }
    if (value instanceof byte[] bytes) {
      return Cell.text(HexFormat.of().formatHex(bytes));
    }
    if (value instanceof Blob blob) {
      return Cell.text(HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length()))));
    }
    if (value instanceof Clob clob) {
      return Cell.text(clob.getSubString(1, Math.toIntExact(clob.length())));
    }
    String text = rows.getString(column);
    return Cell.text(text == null ? value.toString() : text);
  }
}
