package org.mview.benchmarks.refresh;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.paired.Workspace;
import org.mview.benchmarks.refresh.Refresh.Method;

/** The same change in a table that is ten times as large. */
public final class Growth {
  private static final int LINES = 100;

  private Growth() {}

  /** One comparison for each view, and one for what a programmer would write. */
  public static List<Comparison> comparisons() {
    Stream<Comparison> views = Stream.of(LineView.ONE_TABLE, LineView.JOIN).map(Growth::comparison);
    return Stream.concat(views, Stream.of(byHand())).toList();
  }

  /** How much the same change takes in a larger table without us: its groups lie on more pages. */
  private static Comparison byHand() {
    return new Comparison(
        "growth-by_hand",
        "100 lines changed, and added to sums by supplier, without us",
        Effort.FEW.with(1, 21),
        List.of(
            Variant.of("of 600,000 lines", workspace -> merging(Tpch.TENTH, workspace)),
            Variant.of("of 6,000,000 lines", workspace -> merging(Tpch.ONE, workspace))));
  }

  private static Subject merging(Tpch tables, Workspace workspace)
      throws SQLException, IOException {
    return MergeByHand.of(tables.copy(workspace), LINES);
  }

  private static Comparison comparison(LineView view) {
    return new Comparison(
        "growth-" + view.name(),
        "fast refresh after %,d lines changed: %s".formatted(LINES, view.title()),
        Effort.FEW.with(1, 21),
        List.of(
            Variant.of("of 600,000 lines", way(Tpch.TENTH, view)),
            Variant.within(1.3, "of 6,000,000 lines", way(Tpch.ONE, view))));
  }

  private static Variant.Opening way(Tpch tables, LineView view) {
    return workspace -> Refresh.of(tables.copy(workspace), view, Method.FAST, LINES);
  }
}
