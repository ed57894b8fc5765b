package org.mview.generated;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Where scripts run. */
interface Place {
  /**
   * Makes two databases, both empty.
   *
   * @param folder for files, where there are any
   */
  Twins make(Setup setup, Path folder) throws SQLException;

  /** Two databases: one with us, and one without. */
  interface Twins extends AutoCloseable {
    /** A connection through our driver. */
    Connection ours() throws SQLException;

    /** A connection to the other database. */
    Connection twin() throws SQLException;

    /** A connection of another program to the database of an application that has ours. */
    Connection raw(Application ours) throws SQLException;

    /** A connection of another program to the other database. */
    Connection rawTwin(Application twin) throws SQLException;

    /** Drops both databases, whose connections are closed. */
    @Override
    void close() throws SQLException;
  }
}
