package org.mview.benchmarks.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Target;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.paired.Workspace;

/** Opening a connection to a database with a hundred views. */
public final class Start {
  private static final int VIEWS = 100;
  private static final Target PROMISE = new Target.More(Duration.ofMillis(15));
  private static final String CHANGE = "UPDATE other SET a = a WHERE a = 0";

  private Start() {}

  /** The first one of a process, and one of many; alone, and with a statement that we look at. */
  public static List<Comparison> comparisons() {
    return List.of(
        comparison("start-first", "the first connection of a process", Effort.FIRST),
        comparison("start-first-change", "the same, and an UPDATE", Effort.FIRST, CHANGE),
        comparison("start", "a connection", Effort.MANY),
        comparison("start-change", "a connection, and an UPDATE", Effort.MANY, CHANGE));
  }

  private static Comparison comparison(
      String name, String operation, Effort effort, String... statements) {
    return new Comparison(
        name,
        operation + " to a database with 100 views",
        effort,
        List.of(
            Variant.of("raw", workspace -> new Opening(file(workspace)::raw, statements)),
            new Variant(
                "mview", PROMISE, workspace -> new Opening(file(workspace)::mview, statements))));
  }

  /** Made by a process that has ended: this one has not yet loaded a class of our driver. */
  private static SqliteFile file(Workspace workspace) throws Exception {
    Path made = workspace.shared().resolve("views.db");
    if (Files.notExists(made)) {
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Start.class.getName(),
              made.toString())
          .inheritIO()
          .start()
          .waitFor();
    }
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Script.run(memory, "SELECT 1");
    }
    return new SqliteFile(made);
  }

  /** Makes the file that the argument names. */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = new SqliteFile(Path.of(arguments[0])).mview()) {
      Script.run(
          connection,
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER)",
          "CREATE TABLE other (a INTEGER)");
      for (int i = 0; i < VIEWS; i++) {
        Script.run(connection, view(i));
      }
    }
  }

  private static String view(int number) {
    String mode = number == 0 ? "COMMIT" : "DEMAND";
    return """
        CREATE MATERIALIZED VIEW sales_%d REFRESH FAST ON %s AS
        SELECT customer, COUNT(*) AS n, SUM(amount) AS total FROM orders
        WHERE amount > %d GROUP BY customer"""
        .formatted(number, mode, number);
  }
}
