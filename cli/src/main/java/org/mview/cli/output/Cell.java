package org.mview.cli.output;

/**
 * One value of a result: its text, and what kind of value it was in the database.
 *
 * @param text as it is to be read; of NULL, nothing
 */
public record Cell(Kind kind, String text) {
  /** No value. */
  public static final Cell NULL = new Cell(Kind.NULL, "");

  /** What the writers tell apart. */
  public enum Kind {
    NULL,
    NUMBER,
    BOOLEAN,
    TEXT
  }

  /** A cell that holds this text. */
  public static Cell text(String text) {
    return new Cell(Kind.TEXT, text);
  }

  /** A cell that holds a number, already written as it is to be read. */
  public static Cell number(String text) {
    return new Cell(Kind.NUMBER, text);
  }

  /** A cell that holds a whole number. */
  public static Cell number(long number) {
    return number(Long.toString(number));
  }

  /** A cell that says true or false. */
  public static Cell bool(boolean value) {
    return new Cell(Kind.BOOLEAN, Boolean.toString(value));
  }
}
