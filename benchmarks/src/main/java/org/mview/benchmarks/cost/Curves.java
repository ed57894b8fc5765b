package org.mview.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Variant;

/** The same change in tables of ten thousand, a hundred thousand and a million rows. */
public final class Curves {
  /** What their names begin with. */
  public static final String NAME = "curve-";

  private static final List<Integer> ROWS = List.of(10_000, 100_000, 1_000_000);

  private static final double FLAT = 1.5;
  private static final int ROUNDS = 21;

  private Curves() {}

  /** One comparison for each way in which views are kept. */
  public static List<Comparison> comparisons() {
    return Stream.concat(Stream.of(byKey()), CostWay.ALL.stream().map(Curves::comparison)).toList();
  }

  /** How much even that grows which is not ours: pages to be found and written. */
  private static Comparison byKey() {
    return comparison(
        "by_hand",
        "100 rows changed by their key, without us",
        rows ->
            workspace ->
                ByKey.of(rows / CostTables.ORDERS_OF_A_CUSTOMER, workspace.own().resolve("key.db")),
        Double.POSITIVE_INFINITY);
  }

  private static Comparison comparison(CostWay way) {
    return comparison(
        way.name(),
        "fast refresh after 100 changed rows: " + way.title(),
        rows -> workspace -> CostRefresh.of(way, new CostTables(rows), workspace),
        FLAT);
  }

  private static Comparison comparison(
      String name, String title, IntFunction<Variant.Opening> opening, double most) {
    List<Variant> variants = new ArrayList<>();
    for (int rows : ROWS) {
      String variant = "of %,d rows".formatted(rows);
      variants.add(
          variants.isEmpty() || Double.isInfinite(most)
              ? Variant.of(variant, opening.apply(rows))
              : Variant.within(most, variant, opening.apply(rows)));
    }
    return new Comparison(NAME + name, title, Effort.FEW.with(1, ROUNDS), variants);
  }
}
