package org.mview.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;
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
    return CostWay.ALL.stream().map(Curves::comparison).toList();
  }

  private static Comparison comparison(CostWay way) {
    List<Variant> variants = new ArrayList<>();
    for (int rows : ROWS) {
      String name = "of %,d rows".formatted(rows);
      Variant.Opening opening = workspace -> CostRefresh.of(way, new CostTables(rows), workspace);
      variants.add(
          variants.isEmpty() ? Variant.of(name, opening) : Variant.within(FLAT, name, opening));
    }
    return new Comparison(
        NAME + way.name(),
        "fast refresh after 100 changed rows: " + way.title(),
        Effort.FEW.with(1, ROUNDS),
        variants);
  }
}
