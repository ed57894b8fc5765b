package org.mview.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.paired.Slice;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;

class CurvePlotTest {
  private static final Comparison CURVE =
      new Comparison(
          "curve-groups",
          "fast refresh",
          Effort.FEW,
          List.of(
              Variant.of("small", workspace -> nothing()),
              Variant.of("large", workspace -> nothing())));

  private static Subject nothing() {
    return operations -> {};
  }

  @Test
  void aCurveGoesFromOneToTheRatioOfTheLast() {
    CurvePlot plot = new CurvePlot();
    assertThat(plot.isEmpty()).isTrue();
    plot.add(CURVE, List.of(new Round(List.of(new Slice(10, 10), new Slice(20, 20)))));
    assertThat(plot.isEmpty()).isFalse();
    assertThat(plot.svg())
        .startsWith("<svg ")
        .endsWith("</svg>\n")
        .contains(">small<", ">large<", "points=\"60,270 280,190\"", ">curve-groups  × 2.00<");
  }

  @Test
  void whatIsTooSteepEndsAtTheEdge() {
    CurvePlot plot = new CurvePlot();
    plot.add(CURVE, List.of(new Round(List.of(new Slice(10, 10), new Slice(990, 990)))));
    assertThat(plot.svg()).contains("points=\"60,270 280,30\"", "× 99.00");
  }
}
