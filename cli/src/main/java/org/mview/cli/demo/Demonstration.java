package org.mview.cli.demo;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.mview.cli.output.Progress;

/** The way in: runs the demonstration in a file, through our driver, and reports on it. */
public final class Demonstration {
  /** So that commits are measured rather than the disk: the file need not survive a power cut. */
  private static final List<String> PRAGMAS =
      List.of("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL");

  private Demonstration() {}

  /**
   * Runs all of it.
   *
   * @return whether every view equalled its query every time
   * @throws SQLException from the database or from our driver; the file is left as it was then
   */
  public static boolean run(DemoSettings settings, DemoDatabase database, PrintWriter out)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Connection plain = DriverManager.getConnection(database.plainUrl())) {
      prepare(connection);
      Demo demo =
          new Demo(
              connection,
              new Comparison(plain),
              new OracleStatements(connection),
              settings,
              Progress.toTerminal());
      DemoResult result = demo.run();
      new DemoReport(settings, result, out).print();
      return result.isRight();
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String pragma : PRAGMAS) {
        statement.execute(pragma);
      }
    }
  }
}
