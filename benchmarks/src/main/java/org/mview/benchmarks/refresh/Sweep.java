package org.mview.benchmarks.refresh;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Variant;
import org.mview.benchmarks.refresh.Refresh.Method;

/** From how many changed lines on a complete refresh is the faster one, and whether FORCE knows. */
public final class Sweep {
  private static final int[] CHANGED_LINES = {
    100, 1_000, 3_000, 10_000, 30_000, 60_000, 100_000, 150_000, 300_000
  };

  private Sweep() {}

  /** One comparison for each view and number of lines. */
  public static List<Comparison> comparisons() {
    return Stream.of(LineView.ONE_TABLE, LineView.JOIN, LineView.JOIN_PRICES)
        .flatMap(view -> IntStream.of(CHANGED_LINES).mapToObj(lines -> comparison(view, lines)))
        .toList();
  }

  private static Comparison comparison(LineView view, int lines) {
    return new Comparison(
        "sweep-%s-%d".formatted(view.name(), lines),
        "refresh after %,d of 600,000 lines changed: %s".formatted(lines, view.title()),
        Effort.FEW.with(1, 5),
        List.of(
            Variant.of("complete", Refreshes.way(view, Method.COMPLETE, lines)),
            Variant.of("fast", Refreshes.way(view, Method.FAST, lines)),
            Variant.within(1.2, "force", Refreshes.way(view, Method.FORCE, lines))));
  }
}
