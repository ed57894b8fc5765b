package org.mview.benchmarks.report;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;

/** What stands above the tables. */
public final class Page {
  private static final String TOP =
      """
      # Results

      Ratios of one run; how to read them is in [README.md](README.md).

      - Date: %s
      - Command: `%s`
      - Machine: %d processors (%s), %s %s, Java %s
      - Database: SQLite %s, WAL, synchronous=OFF
      """;

  private Page() {}

  /** The top of the page, in Markdown; it names no host. */
  public static String top(LocalDate date, String command) throws SQLException {
    return TOP.formatted(
        date,
        command,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        System.getProperty("java.specification.version"),
        sqlite());
  }

  private static String sqlite() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }
}
