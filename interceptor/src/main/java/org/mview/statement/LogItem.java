package org.mview.statement;

/** What a log records of a changed row, beyond the columns that it names. */
public enum LogItem {
  PRIMARY_KEY("PRIMARY KEY"),
  ROWID("ROWID"),
  OBJECT_ID("OBJECT ID"),
  /** A number that orders changes across tables. */
  SEQUENCE("SEQUENCE"),
  /** The number of the commit, instead of a time. */
  COMMIT_SCN("COMMIT SCN");

  private final String words;

  LogItem(String words) {
    this.words = words;
  }

  /** As SQL writes it. */
  @Override
  public String toString() {
    return words;
  }
}
