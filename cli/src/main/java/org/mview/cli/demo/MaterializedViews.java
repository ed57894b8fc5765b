package org.mview.cli.demo;

import java.sql.SQLException;

/** What the demonstration needs of a database with materialized views. */
interface MaterializedViews {
  /** Creates the logs of all tables that the views read. */
  void createLogs() throws SQLException;

  /** Creates a view, filled. */
  void create(DemoView view) throws SQLException;

  /** Applies the changes since the last refresh. */
  void refreshFast(DemoView view) throws SQLException;

  /** Runs the defining query anew. */
  void refreshComplete(DemoView view) throws SQLException;
}
