package org.mview.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadTest {
  static Stream<Arguments> figures() {
    return Stream.of(
        arguments(List.of(7.0), new Spread(7, 7, 7)),
        arguments(List.of(4.0, 1.0, 3.0, 2.0, 5.0), new Spread(2, 3, 4)),
        arguments(List.of(1.0, 2.0), new Spread(1.25, 1.5, 1.75)),
        arguments(List.of(1.0, 1.0, 1.0, 1.0, 900.0), new Spread(1, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void theMiddleHalfLiesBetweenLowAndHigh(List<Double> figures, Spread expected) {
    assertThat(Spread.of(figures)).isEqualTo(expected);
  }

  @Test
  void nothingHasNoSpread() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
  }
}
