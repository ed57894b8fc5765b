package org.mview.driver.toy;

import java.sql.Statement;

/** What the toy driver's statements can do beyond JDBC. */
public interface ToyStatement extends Statement {
  /** A number of its own. */
  int number();
}
