package org.mview.cli.output;

/**
 * One column of a table, once its width is known.
 *
 * @param width columns of the terminal
 * @param numeric whether all that is known of its values are numbers, so that its heading stands on
 *     the right
 */
record TableColumn(String heading, int width, boolean numeric) {
  private static final String NULL = "<NULL>";

  /** How wide a cell is when nothing is cut. */
  static int width(Cell cell) {
    return TextWidth.of(text(cell));
  }

  TableColumn narrowedTo(int newWidth) {
    return new TableColumn(heading, newWidth, numeric);
  }

  String headingText() {
    return padded(TextWidth.cut(heading, width), numeric);
  }

  /**
   * Numbers on the right, also among text; a number is never cut, since what is left looks like
   * one.
   */
  String cellText(Cell cell) {
    boolean number = cell.kind() == Cell.Kind.NUMBER;
    String text = text(cell);
    return padded(number ? text : TextWidth.cut(text, width), number);
  }

  String rule() {
    return "─".repeat(width);
  }

  private static String text(Cell cell) {
    return cell.kind() == Cell.Kind.NULL ? NULL : TextWidth.onOneLine(cell.text());
  }

  private String padded(String text, boolean right) {
    String space = " ".repeat(Math.max(0, width - TextWidth.of(text)));
    return right ? space + text : text + space;
  }
}
