package org.mview.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mview.benchmarks.paired.Round;
import org.mview.benchmarks.paired.Slice;

class RoundLinesTest {
  @Test
  void aRoundComesBackAsItWas() {
    Round round = new Round(List.of(new Slice(1.5, 1.25), new Slice(2e9, 1e-3)));

    assertThat(RoundLines.read(RoundLines.write(round))).isEqualTo(round);
  }
}
