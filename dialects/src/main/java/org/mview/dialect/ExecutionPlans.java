package org.mview.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads how a database would run a statement; nothing is run. */
public interface ExecutionPlans {
  /** The steps of the statement, in the order in which the database shows them. */
  List<Step> of(Connection connection, String sql) throws SQLException;

  /**
   * One step of a plan.
   *
   * @param depth of how many others it is a part
   * @param text what the database says of it
   * @param scanned the alias of a table of which every row is read, whether it is needed or not
   */
  record Step(int depth, String text, Optional<String> scanned) {}
}
