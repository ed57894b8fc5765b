package org.mview.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
  @ParameterizedTest
  @MethodSource
  void whatIsWrittenIsWhatIsAnswered(String written, @Nullable Object answered) {
    assertThat(Cell.written(written)).isEqualTo(Cell.answered(answered));
  }

  static Stream<Arguments> whatIsWrittenIsWhatIsAnswered() {
    return Stream.of(
        arguments("null", null),
        arguments("600", 600),
        arguments("600", 600L),
        arguments("600", 600.0),
        arguments("600.00", new BigDecimal("600")),
        arguments("-0.0", 0.0),
        arguments("0.3", 0.1 + 0.2),
        arguments("1e3", 1000),
        arguments("a b", "a b"),
        arguments("'600'", "600"),
        arguments("'null'", "null"),
        arguments("''", ""),
        arguments("'it''s'", "it's"),
        arguments("X'00fF'", new byte[] {0, -1}));
  }

  @Test
  void aTextIsNotItsNumberNorNull() {
    assertThat(Cell.written("600")).isNotEqualTo(Cell.answered("600"));
    assertThat(Cell.written("null")).isNotEqualTo(Cell.answered("null"));
    assertThat(Cell.written("''")).isNotEqualTo(Cell.answered(null));
    assertThat(Cell.written("0.3")).isNotEqualTo(Cell.answered(0.300001));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "600", "600.5", "", " a", "a|b", "it's", "'", "x'00'", "plain"})
  void whatIsShownCanBeReadAgain(String text) {
    Cell cell = Cell.answered(text);
    assertThat(Cell.written(cell.toString())).isEqualTo(cell);
  }
}
