package org.mview.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.paired.Slice;
import org.mview.benchmarks.paired.Target;
import org.mview.benchmarks.paired.Variant;

class ComparisonTableTest {
  private static final Variant.Opening NEVER_OPENED =
      workspace -> {
        throw new SQLException("not to be opened");
      };

  @Test
  void aTargetThatIsMissedStandsOut() {
    Comparison comparison =
        comparison(
            Variant.within(1.03, "ours", NEVER_OPENED),
            Variant.within(0.01, "fast", NEVER_OPENED),
            new Variant("start", new Target.More(Duration.ofMillis(15)), NEVER_OPENED));
    Round round = new Round(List.of(slice(2e6), slice(3e6), slice(1e4), slice(16e6)));

    assertThat(ComparisonTable.of(comparison, List.of(round)))
        .isEqualTo(
            """
            ### name: an operation

            | way | time | ratio | middle half | ratio on the wall | target | |
            |---|---:|---:|---|---:|---|---|
            | raw | 2.0 ms | 1.00 |  | 1.00 |  |  |
            | ours | 3.0 ms | 1.50 |  | 1.50 | ≤ 1.03 | **missed** |
            | fast | 10.0 µs | 1/200 |  | 1/200 | ≤ 1/100 | reached |
            | start | 16.0 ms | 8.00 |  | 8.00 | ≤ 15 ms more | reached |

            1 rounds
            """);
  }

  @Test
  void theMiddleHalfOfTheRatiosIsShownWhereTheyDiffer() {
    Comparison comparison = comparison(Variant.of("ours", NEVER_OPENED));
    List<Round> rounds =
        List.of(
            new Round(List.of(slice(100), slice(100))),
            new Round(List.of(slice(100), slice(120))),
            new Round(List.of(slice(100), slice(140))),
            new Round(List.of(slice(100), slice(160))),
            new Round(List.of(slice(100), slice(900))));

    assertThat(ComparisonTable.of(comparison, rounds))
        .contains("| ours | 0.1 µs | 1.40 | 1.20 – 1.60 | 1.40 |");
  }

  private static Comparison comparison(Variant... others) {
    List<Variant> variants = new ArrayList<>();
    variants.add(Variant.of("raw", NEVER_OPENED));
    variants.addAll(List.of(others));
    return new Comparison("name", "an operation", Effort.FEW, variants);
  }

  private static Slice slice(double nanos) {
    return new Slice(nanos, nanos);
  }
}
