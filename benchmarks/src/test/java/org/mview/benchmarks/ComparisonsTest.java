package org.mview.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Variant;

class ComparisonsTest {
  @Test
  void everyComparisonIsFoundByItsOwnName() {
    assertThat(Comparisons.all()).extracting(Comparison::name).doesNotHaveDuplicates();
    for (Comparison comparison : Comparisons.all()) {
      assertThat(Comparisons.named(comparison.name()).operation())
          .isEqualTo(comparison.operation());
    }
  }

  @Test
  void theWaysOfAComparisonHaveDifferentNames() {
    for (Comparison comparison : Comparisons.all()) {
      assertThat(comparison.variants())
          .as(comparison.name())
          .extracting(Variant::name)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Comparisons.named("nothing"));
  }
}
