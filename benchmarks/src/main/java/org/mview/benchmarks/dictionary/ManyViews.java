package org.mview.benchmarks.dictionary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.paired.Workspace;

/** A database with a thousand views over a hundred tables, and one with ten over one. */
public final class ManyViews {
  private static final int FEW = 10;
  private static final int MANY = 1_000;
  private static final int VIEWS_OF_A_TABLE = 10;

  /** What answers a row for each view may cost as much more as there are more of them. */
  private static final double ALL = MANY / (double) FEW;

  private static final String VIEW =
      """
      CREATE MATERIALIZED VIEW %s REFRESH FAST ON DEMAND AS
      SELECT customer, COUNT(*) AS n, SUM(amount) AS total FROM orders_%d GROUP BY customer""";

  private ManyViews() {}

  /** What reads the dictionary, and what changes it. */
  public static List<Comparison> comparisons() {
    return Stream.of(
            comparison("views", "all of USER_MVIEWS", ALL, "SELECT * FROM user_mviews"),
            comparison("logs", "all of USER_MVIEW_LOGS", ALL, "SELECT * FROM user_mview_logs"),
            comparison(
                "one",
                "the staleness of one view",
                ALL,
                "SELECT staleness FROM user_mviews WHERE mview_name = 'view_3'"),
            comparison(
                "create",
                "CREATE and DROP of one more view",
                ALL / 2,
                VIEW.formatted("one_more", 0),
                "DROP MATERIALIZED VIEW one_more"))
        .toList();
  }

  private static Comparison comparison(
      String name, String operation, double most, String... statements) {
    return new Comparison(
        "dictionary-" + name,
        operation + ", of 10 views and of 1,000",
        Effort.FEW,
        List.of(
            Variant.of("10 views", workspace -> asking(workspace, FEW, statements)),
            Variant.within(most, "1,000 views", workspace -> asking(workspace, MANY, statements))));
  }

  private static Asking asking(Workspace workspace, int views, String... statements)
      throws Exception {
    Path made = workspace.shared().resolve("dictionary-%d.db".formatted(views));
    if (Files.notExists(made)) {
      make(made, views);
    }
    Path own = workspace.own().resolve("views.db");
    Files.copy(made, own);
    return new Asking(new SqliteFile(own).mview(), statements);
  }

  private static void make(Path file, int views) throws SQLException {
    try (Connection connection = new SqliteFile(file).mview()) {
      for (int i = 0; i < views; i++) {
        int table = i / VIEWS_OF_A_TABLE;
        if (i % VIEWS_OF_A_TABLE == 0) {
          Script.run(
              connection,
              "CREATE TABLE orders_%d (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER)"
                  .formatted(table));
        }
        Script.run(connection, VIEW.formatted("view_" + i, table));
      }
    }
  }
}
