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
 * <p>It is what a first refresh takes longer than the next one. All that is known of the database
 * is read anew, too: so the figures are too high rather than too low.
 */
public final class Plans {
  private static final Target PROMISE = new Target.More(Duration.ofMillis(20));
  private static final double SMALL = 0.001;

  private static final int ROUNDS = 60;

  private Plans() {}

  /** Views of several kinds. */
  public static List<Comparison> comparisons() {
    return PlannedQuery.ALL.stream().map(Plans::comparison).toList();
  }

  private static Comparison comparison(PlannedQuery query) {
    return new Comparison(
        "plan-" + query.name(),
        "fast refresh after a row of each table has changed: " + query.title(),
        Effort.FEW.with(1, ROUNDS),
        List.of(
            Variant.of("its plan is known", workspace -> subject(query, workspace, false)),
            new Variant("it is compiled", PROMISE, workspace -> subject(query, workspace, true))));
  }

  private static Subject subject(PlannedQuery query, Workspace workspace, boolean anew)
      throws SQLException {
    SqliteFile file = new SqliteFile(workspace.own().resolve("plan.db"));
    try (Connection connection = file.raw()) {
      new TpchLoader(connection, SMALL, LoadListener.NONE).load();
      Script.run(connection, "ANALYZE");
    }
    Connection connection = file.mview();
    Script.run(
        connection,
        "CREATE MATERIALIZED VIEW %s REFRESH FAST AS %s".formatted(query.view(), query.text()));
    return new Replanned(connection, query, anew);
  }
}
