package org.mview.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions give on a Wednesday, before noon and after it. */
class DateExpressionTest {
  private static final Instant MORNING = Instant.parse("2024-05-15T10:20:30Z");
  private static final Instant AFTERNOON = Instant.parse("2024-05-15T16:45:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SYSDATE | 2024-05-15T10:20:30 | 2024-05-15T16:45",
        "SYSDATE + 1/4096 | 2024-05-15T10:20:51 | 2024-05-15T16:45:21",
        "sysdate + 7 | 2024-05-22T10:20:30 | 2024-05-22T16:45",
        "ROUND(SYSDATE + 1) + 11/24 | 2024-05-16T11:00 | 2024-05-17T11:00",
        "NEXT_DAY(TRUNC(SYSDATE), 'MONDAY') + 15/24 | 2024-05-20T15:00 | 2024-05-20T15:00",
        "TRUNC(SYSDATE+1) + 9/24 | 2024-05-16T09:00 | 2024-05-16T09:00",
        "NEXT_DAY(SYSDATE, 'wed') | 2024-05-22T10:20:30 | 2024-05-22T16:45",
        "next_day(sysdate, 1) | 2024-05-19T10:20:30 | 2024-05-19T16:45",
      })
  void theSamplesOfTheManual(String expression, LocalDateTime morning, LocalDateTime afternoon) {
    assertThat(at(expression, MORNING)).isEqualTo(morning);
    assertThat(at(expression, AFTERNOON)).isEqualTo(afternoon);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CC | 2001-01-01T00:00 | 2001-01-01T00:00",
        "YYYY | 2024-01-01T00:00 | 2024-01-01T00:00",
        "IYYY | 2024-01-01T00:00 | 2024-01-01T00:00",
        "Q | 2024-04-01T00:00 | 2024-04-01T00:00",
        "MM | 2024-05-01T00:00 | 2024-05-01T00:00",
        "WW | 2024-05-13T00:00 | 2024-05-13T00:00",
        "IW | 2024-05-13T00:00 | 2024-05-13T00:00",
        "W | 2024-05-15T00:00 | 2024-05-15T00:00",
        "DD | 2024-05-15T00:00 | 2024-05-15T00:00",
        "DAY | 2024-05-12T00:00 | 2024-05-12T00:00",
        "HH24 | 2024-05-15T10:00 | 2024-05-15T10:00",
        "MI | 2024-05-15T10:20 | 2024-05-15T10:21",
      })
  void unitsCutAndRound(String unit, LocalDateTime truncated, LocalDateTime rounded) {
    assertThat(at("TRUNC(SYSDATE, '%s')".formatted(unit), MORNING)).isEqualTo(truncated);
    assertThat(at("ROUND(SYSDATE, '%s')".formatted(unit), MORNING)).isEqualTo(rounded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ROUND(DATE '2024-05-16', 'MONTH') | 2024-06-01T00:00",
        "ROUND(DATE '2024-06-30', 'YEAR') | 2024-01-01T00:00",
        "ROUND(DATE '2024-07-01', 'YEAR') | 2025-01-01T00:00",
        "ROUND(DATE '2024-05-16', 'Q') | 2024-07-01T00:00",
        "ROUND(TIMESTAMP '2024-05-16 12:00:00', 'IW') | 2024-05-20T00:00",
        "ADD_MONTHS(DATE '2024-02-29', 1) | 2024-03-31T00:00",
        "ADD_MONTHS(DATE '2024-01-31', 1) | 2024-02-29T00:00",
        "ADD_MONTHS(DATE '2024-01-30', -1) | 2023-12-30T00:00",
        "LAST_DAY(SYSDATE) | 2024-05-31T10:20:30",
        "LAST_DAY(TRUNC(SYSDATE)) + 1 | 2024-06-01T00:00",
        "TO_DATE('01.06.2024 7:05', 'DD.MM.YYYY HH24:MI') | 2024-06-01T07:05",
        "TO_DATE('01-JUN-24') | 2024-06-01T00:00",
        "TO_DATE('June 1, 99 11 pm', 'MONTH DD, RR HH PM') | 1999-06-01T23:00",
        "TO_DATE('2024-153', 'YYYY-DDD') | 2024-06-01T00:00",
        "TO_TIMESTAMP('2024-06-01 01:02:03.5') | 2024-06-01T01:02:03",
        "'2024-06-01' | 2024-06-01T00:00",
        "SYSTIMESTAMP + INTERVAL '1 12:30' DAY TO MINUTE | 2024-05-16T22:50:30",
        "SYSDATE + INTERVAL '90' SECOND(3) | 2024-05-15T10:22",
        "SYSDATE - INTERVAL '1-2' YEAR TO MONTH | 2023-03-15T10:20:30",
        "CURRENT_TIMESTAMP(3) + 2 * INTERVAL '1' HOUR | 2024-05-15T12:20:30",
        "SYSDATE + NUMTODSINTERVAL(30, 'minute') | 2024-05-15T10:50:30",
        "SYSDATE + NUMTOYMINTERVAL(1, 'YEAR') | 2025-05-15T10:20:30",
        "GREATEST(SYSDATE, DATE '2024-06-01') | 2024-06-01T00:00",
        "LEAST(SYSDATE, DATE '2024-06-01') | 2024-05-15T10:20:30",
        "NVL(NULL, SYSDATE) | 2024-05-15T10:20:30",
        "TRUNC(SYSDATE) + DECODE(TO_CHAR(SYSDATE, 'HH24'), '10', 20, 6) / 24 | 2024-05-15T20:00",
        "SYSDATE + (DATE '2024-05-17' - DATE '2024-05-15') | 2024-05-17T10:20:30",
        "TRUNC(SYSDATE) + MONTHS_BETWEEN(DATE '2024-05-31', DATE '2024-02-29') | 2024-05-18T00:00",
        "sysdate /* now */ + -(-1) -- tomorrow | 2024-05-16T10:20:30",
        "sys.sysdate + .5 | 2024-05-15T22:20:30",
      })
  void expressionsGiveDates(String expression, LocalDateTime date) {
    assertThat(at(expression, MORNING)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + 1 | it gives no date",
        "SYSDATE + SYSDATE | two dates cannot be added",
        "SYSDATE + | it ends where a word is expected",
        "SYSDATE 7 | 7 stands where the end is expected",
        "tomorrow | TOMORROW is not known here",
        "tomorrow(1) | function TOMORROW is not known here",
        "TRUNC(SYSDATE, 'x') | 'x' is no unit of a date",
        "TRUNC(SYSDATE, 1, 2) | TRUNC does not take 3 arguments",
        "NEXT_DAY(SYSDATE, 'lundi') | 'LUNDI' is no day of the week in English",
        "TO_DATE('x', 'YYYY') | 'x' is not of the format YYYY",
        "TO_DATE('x', 'foo') | the format 'foo' is not understood",
        "TO_DATE('2024-02-30', 'YYYY-MM-DD') | Invalid date 'FEBRUARY 30'",
        "SYSDATE + 1/0 | it divides by zero",
        "DATE '2024-01-31' + INTERVAL '1' MONTH | there is no such day in that month",
        "SYSDATE; DROP TABLE t | ; DROP TABLE t is not understood",
        "INTERVAL '1' MONTH TO DAY | INTERVAL MONTH TO DAY is none",
      })
  void whatGivesNoneIsRefused(String expression, String why) {
    assertThatThrownBy(() -> at(expression, MORNING))
        .hasMessageStartingWith(
            "ORA-23319: date expression %s is not valid: %s".formatted(expression, why));
  }

  @Test
  void nullIsNoDate() {
    assertThat(DateExpression.of("SYSDATE + NULL").at(MORNING, ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void daysAndHoursAreThoseOfTheZone() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    assertThat(DateExpression.of("TRUNC(SYSDATE + 1) + 9/24").at(AFTERNOON, tokyo))
        .contains(Instant.parse("2024-05-17T00:00:00Z"));
  }

  private static LocalDateTime at(String expression, Instant now) {
    return LocalDateTime.ofInstant(
        DateExpression.of(expression).at(now, ZoneOffset.UTC).orElseThrow(), ZoneOffset.UTC);
  }
}
