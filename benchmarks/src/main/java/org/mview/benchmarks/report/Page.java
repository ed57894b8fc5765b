package org.mview.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/** What stands above the tables. */
public final class Page {
  private static final String TOP =
      """
      # Results

      Ratios of one run; how to read them is in [README.md](README.md).

      - Date: %s
      - Command: `%s`
      - Machine: %d processors (%s), %s %s, Java %s
      - Load when it began: %s
      - Database: %s
      """;

  private Page() {}

  /** The top of the page, in Markdown; it names no host. */
  public static String top(LocalDate date, String command, String database) {
    return TOP.formatted(
        date,
        command,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        System.getProperty("java.specification.version"),
        load(),
        database);
  }

  private static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "not known" : String.format(Locale.ROOT, "%.1f", load);
  }

  /** SQLite as it is measured. */
  public static String sqlite() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      return "SQLite %s, WAL, synchronous=OFF"
          .formatted(connection.getMetaData().getDatabaseProductVersion());
    }
  }
}
