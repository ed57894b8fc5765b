package org.mview.benchmarks.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Target;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.paired.Workspace;
import org.mview.cli.tpch.LoadListener;
import org.mview.cli.tpch.TpchLoader;

/**
 * Compiling a view: from the text of its query to the statements that refresh it.
 *
 * <p>Measured by EXPLAIN, which compiles anew each time, and then has the database explain each
 * statement: so the figures are too high rather than too low.
 */
public final class Plans {
  private static final Target PROMISE = new Target.More(Duration.ofMillis(20));
  private static final double SMALL = 0.001;

  private Plans() {}

  /** Views of several kinds. */
  public static List<Comparison> comparisons() {
    return PlannedQuery.ALL.stream().map(Plans::comparison).toList();
  }

  private static Comparison comparison(PlannedQuery query) {
    return new Comparison(
        "plan-" + query.name(),
        "how it is carried out: " + query.title(),
        Effort.MANY,
        List.of(
            Variant.of("the query, by the database", workspace -> ofQuery(query, workspace)),
            new Variant("a refresh of its view", PROMISE, workspace -> ofView(query, workspace))));
  }

  private static Subject ofQuery(PlannedQuery query, Workspace workspace) throws SQLException {
    return new Planning(loaded(workspace).raw(), "EXPLAIN QUERY PLAN " + query.text());
  }

  private static Subject ofView(PlannedQuery query, Workspace workspace) throws SQLException {
    Connection connection = loaded(workspace).mview();
    Script.run(
        connection,
        "CREATE MATERIALIZED VIEW %s REFRESH FAST AS %s".formatted(query.view(), query.text()));
    return new Planning(connection, "EXPLAIN MATERIALIZED VIEW " + query.view());
  }

  private static SqliteFile loaded(Workspace workspace) throws SQLException {
    SqliteFile file = new SqliteFile(workspace.own().resolve("plan.db"));
    try (Connection connection = file.raw()) {
      new TpchLoader(connection, SMALL, LoadListener.NONE).load();
      Script.run(connection, "ANALYZE");
    }
    return file;
  }
}
