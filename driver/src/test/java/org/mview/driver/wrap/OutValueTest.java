package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutValueTest {
  private static final LocalDateTime MOMENT = LocalDateTime.of(2024, 2, 29, 10, 20, 30);

  static Stream<Arguments> conversions() {
    return Stream.of(
        arguments(5, String.class, "5"),
        arguments(5, Object.class, 5),
        arguments(5, byte.class, (byte) 5),
        arguments(5, short.class, (short) 5),
        arguments(5, long.class, 5L),
        arguments(5, Long.class, 5L),
        arguments(5, float.class, 5f),
        arguments(5, BigDecimal.class, new BigDecimal(5)),
        arguments(5, boolean.class, true),
        arguments(0, boolean.class, false),
        arguments(" 7 ", int.class, 7),
        arguments(new BigDecimal("2.9"), int.class, 2),
        arguments(-2.9, int.class, -2),
        arguments(true, int.class, 1),
        arguments(false, String.class, "false"),
        arguments(MOMENT, Timestamp.class, Timestamp.valueOf(MOMENT)),
        arguments(MOMENT, Date.class, Date.valueOf("2024-02-29")),
        arguments(MOMENT, Time.class, Time.valueOf("10:20:30")),
        arguments(MOMENT, LocalTime.class, LocalTime.of(10, 20, 30)),
        arguments(Timestamp.valueOf(MOMENT), LocalDateTime.class, MOMENT),
        arguments(
            LocalDate.of(2024, 2, 29), LocalDateTime.class, MOMENT.toLocalDate().atStartOfDay()),
        arguments("2024-02-29 10:20:30", LocalDate.class, LocalDate.of(2024, 2, 29)),
        arguments(null, String.class, null),
        arguments(null, Integer.class, null),
        arguments(null, int.class, 0),
        arguments(null, boolean.class, false),
        arguments(null, double.class, 0d));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void aValueIsReadAsTheTypeThatIsAskedFor(Object value, Class<?> type, Object expected)
      throws SQLException {
    assertThat((Object) OutValue.as(type, value)).isEqualTo(expected);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("x", int.class),
        arguments(300, byte.class),
        arguments("tomorrow", Date.class),
        arguments(5, byte[].class));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeReadAsThatIsAnErrorOfTheData(Object value, Class<?> type) {
    assertThatThrownBy(() -> OutValue.as(type, value))
        .isInstanceOf(SQLDataException.class)
        .hasMessageContaining("cannot be read as " + type.getSimpleName());
  }

  @Test
  void aLongTextCanBeRead() throws Exception {
    assertThat(OutValue.as(java.io.Reader.class, "long").read()).isEqualTo('l');
  }
}
