package org.mview.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.paired.Slice;
import org.mview.benchmarks.paired.Target;
import org.mview.benchmarks.paired.Variant;

class TargetTableTest {
  private static final Variant.Opening NEVER_OPENED =
      workspace -> {
        throw new SQLException("not to be opened");
      };

  @Test
  void everyTargetStandsBesideWhatWasMeasured() {
    Comparison comparison =
        new Comparison(
            "name",
            "an operation",
            Effort.FEW,
            List.of(
                Variant.of("raw", NEVER_OPENED),
                Variant.of("only shown", NEVER_OPENED),
                Variant.within(0.01, "fast", NEVER_OPENED),
                new Variant("start", new Target.More(Duration.ofMillis(15)), NEVER_OPENED)));
    TargetTable table = new TargetTable();

    table.add(comparison, List.of(new Round(List.of(at(2e6), at(9e6), at(1e4), at(18e6)))));

    assertThat(table.text())
        .isEqualTo(
            """
            ## Targets

            1 of 2 reached, by time of the processor.

            | comparison | way | target | measured | |
            |---|---|---|---:|---|
            | name | fast | ≤ 1/100 | 1/200 | reached |
            | name | start | ≤ 15 ms more | 16.0 ms more | **missed** |
            """);
  }

  private static Slice at(double nanos) {
    return new Slice(nanos, nanos);
  }
}
