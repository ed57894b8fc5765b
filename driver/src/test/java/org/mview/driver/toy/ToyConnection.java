package org.mview.driver.toy;

import java.sql.Connection;
import java.sql.SQLException;

/** What the toy driver's connections can do beyond JDBC. */
public interface ToyConnection extends Connection {
  /** Takes a value of every kind. */
  String all(
      boolean truth,
      byte small,
      short shorter,
      char letter,
      int whole,
      long wide,
      float approximate,
      double precise,
      String text,
      int[] array);

  /** Gives a value that takes two slots. */
  double twice(double value);

  /** Gives nothing. */
  void touch();

  /** How often it has been touched. */
  int touches();

  /** Fails. */
  void fail() throws SQLException;

  /** What is there without the driver's doing. */
  default String greeting() {
    return "default";
  }

  /** As JDBC has it, but known to be one of the toy driver's. */
  @Override
  ToyStatement createStatement() throws SQLException;

  /** Belongs to no connection. */
  static String vendor() {
    return "toy";
  }
}
