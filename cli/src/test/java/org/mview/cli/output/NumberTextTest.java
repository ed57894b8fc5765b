package org.mview.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NumberTextTest {
  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments(1, Cell.number("1")),
        arguments(Long.MIN_VALUE, Cell.number("-9223372036854775808")),
        arguments(BigInteger.TEN.pow(30), Cell.number("1" + "0".repeat(30))),
        arguments(new BigDecimal("1.50"), Cell.number("1.50")),
        arguments(new BigDecimal("1E+3"), Cell.number("1000")),
        arguments(new BigDecimal("1E+1000000"), Cell.number("1E+1000000")),
        arguments(0.0, Cell.number("0.0")),
        arguments(12.5, Cell.number("12.5")),
        arguments(1.25e10, Cell.number("12500000000")),
        arguments(1.25e20, Cell.number("1.25E20")),
        arguments(1.5e-5, Cell.number("0.000015")),
        arguments(1.5e-9, Cell.number("1.5E-9")),
        arguments(0.1f, Cell.number("0.1")),
        arguments(Double.NaN, Cell.text("NaN")),
        arguments(Double.NEGATIVE_INFINITY, Cell.text("-Infinity")));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aNumberIsWrittenWithoutExponentAsLongAsThatIsReadable(Number number, Cell cell) {
    assertThat(NumberText.cell(number)).isEqualTo(cell);
  }
}
