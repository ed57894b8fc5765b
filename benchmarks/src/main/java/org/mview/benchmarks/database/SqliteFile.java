package org.mview.benchmarks.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A SQLite file with its journal in WAL mode, and synchronous off so that the disk does not hide
 * what is measured.
 */
public record SqliteFile(Path file) {
  /** Opens it by SQLite's own driver. */
  public Connection raw() throws SQLException {
    return raw(new Properties());
  }

  /** Opens it by SQLite's own driver, with properties of its. */
  public Connection raw(Properties properties) throws SQLException {
    Properties all = settings();
    all.putAll(properties);
    return DriverManager.getConnection("jdbc:sqlite:" + file, all);
  }

  /** Opens it by ours. */
  public Connection mview() throws SQLException {
    return mview(new Properties());
  }

  /** Opens it by ours, with properties of ours. */
  public Connection mview(Properties properties) throws SQLException {
    Properties all = settings();
    all.putAll(properties);
    return DriverManager.getConnection("jdbc:mview:sqlite:" + file, all);
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("journal_mode", "WAL");
    settings.setProperty("synchronous", "OFF");
    return settings;
  }
}
