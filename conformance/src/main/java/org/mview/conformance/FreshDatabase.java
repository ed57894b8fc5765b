package org.mview.conformance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A database that a test has for itself, until it closes it. */
public interface FreshDatabase extends AutoCloseable {
  /** The URL of the database's own driver. */
  String rawUrl();

  /** The URL of our driver. */
  default String url() {
    return "jdbc:mview:" + rawUrl().substring("jdbc:".length());
  }

  /** A connection through our driver. */
  default Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  /** A connection through our driver, with properties of ours or of the real driver. */
  default Connection connect(Properties properties) throws SQLException {
    return DriverManager.getConnection(url(), properties);
  }

  /** A connection of another program, which has never heard of us. */
  default Connection connectRaw() throws SQLException {
    return DriverManager.getConnection(rawUrl());
  }

  /** Drops the database, whose connections the caller has closed. */
  @Override
  void close();
}
