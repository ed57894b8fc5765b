package org.mview.benchmarks.refresh;

import java.util.List;
import java.util.stream.Stream;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.refresh.Refresh.Method;

/** Fast refreshes of few changed lines, against complete ones, and FORCE for many. */
public final class Refreshes {
  private static final int FEW_LINES = 100;
  private static final int MANY_LINES = 100_000;

  private Refreshes() {}

  /** One comparison for each view and number of lines. */
  public static List<Comparison> comparisons() {
    Stream<Comparison> few =
        Stream.of(
                LineView.ONE_TABLE,
                LineView.JOIN,
                LineView.ONE_TABLE_PRICES,
                LineView.JOIN_PRICES,
                LineView.JOIN_PRICES_ADDED)
            .map(Refreshes::few);
    Stream<Comparison> many = Stream.of(LineView.ONE_TABLE, LineView.JOIN).map(Refreshes::many);
    return Stream.concat(few, many).toList();
  }

  private static Comparison few(LineView view) {
    return new Comparison(
        "refresh-" + view.name(),
        "refresh after %,d of 600,000 lines changed: %s".formatted(FEW_LINES, view.title()),
        Effort.FEW,
        List.of(
            Variant.of("complete", way(view, Method.COMPLETE, FEW_LINES)),
            Variant.within(0.01, "fast", way(view, Method.FAST, FEW_LINES))));
  }

  private static Comparison many(LineView view) {
    return new Comparison(
        "force-" + view.name(),
        "refresh after %,d of 600,000 lines changed: %s".formatted(MANY_LINES, view.title()),
        Effort.FEW,
        List.of(
            Variant.of("complete", way(view, Method.COMPLETE, MANY_LINES)),
            Variant.within(1.2, "force", way(view, Method.FORCE, MANY_LINES))));
  }

  static Variant.Opening way(LineView view, Method method, int lines) {
    return workspace -> Refresh.of(Tpch.TENTH.copy(workspace), view, method, lines);
  }
}
