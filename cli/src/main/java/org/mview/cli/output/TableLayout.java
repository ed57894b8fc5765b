package org.mview.cli.output;

/**
 * How much room a table has.
 *
 * @param columnLimit the widest that a column of text may become, in columns of the terminal
 * @param lineWidth the width at which columns of text begin to shrink, so that a row stays on a
 *     line
 */
public record TableLayout(int columnLimit, int lineWidth) {
  /** No column is cut, however wide. */
  public static final TableLayout UNLIMITED = new TableLayout(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** What a text column keeps, however narrow the terminal is. */
  public static final int NARROWEST = 8;

  public TableLayout {
    if (columnLimit < NARROWEST) {
      throw new IllegalArgumentException("a column needs a width of at least " + NARROWEST);
    }
  }
}
