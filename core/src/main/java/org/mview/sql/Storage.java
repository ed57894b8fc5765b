package org.mview.sql;

/** How a database is asked to store a table, where it can be asked. */
public sealed interface Storage {

  /**
   * In a tablespace.
   *
   * @param name of one that may not be there
   */
  record Tablespace(Identifier name) implements Storage {}

  /**
   * With pages that are filled only so far.
   *
   * @param percent of a page that insertions leave free, from 0 to 99
   */
  record FreeSpace(int percent) implements Storage {}

  /**
   * Read by several at a time.
   *
   * @param number of processes beside the one that asks
   */
  record Workers(int number) implements Storage {}

  /** Compressed, in whatever way the database has. */
  record Compressed() implements Storage {}

  /** By a method of the database's that is not its usual one. */
  record Method(Identifier name) implements Storage {}

  /**
   * With settings that only this database has.
   *
   * @param text in parentheses, as its author wrote it
   */
  record Parameters(String text) implements Storage {}
}
