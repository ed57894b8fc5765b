package org.mview.conformance;

import java.sql.SQLException;
import org.mview.dialect.Dialect;

/** A kind of database on which the tests run. */
public interface TestDatabase {
  /** As in the names of tests, and in {@code -Dmview.database=…}. */
  String name();

  /** What is particular about it; what it cannot do stands there, and nowhere else. */
  Dialect dialect();

  /** A statement of a scenario, with the words of this database for what has no common ones. */
  default String spelt(String sql) {
    return sql;
  }

  /** Makes a database that is empty, and nobody else's. */
  FreshDatabase create() throws SQLException;
}
