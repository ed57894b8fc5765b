package org.mview.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What TRUNC and ROUND cut a date to, by the names that Oracle has for it. */
enum DateUnit {
  CENTURY("CC SCC"),
  YEAR("SYYYY YYYY YEAR SYEAR YYY YY Y"),
  ISO_YEAR("IYYY IYY IY I"),
  QUARTER("Q"),
  MONTH("MONTH MON MM RM"),
  /** Begins on the day of the week on which the year began. */
  WEEK_OF_YEAR("WW"),
  ISO_WEEK("IW"),
  WEEK_OF_MONTH("W"),
  DAY("DDD DD J"),
  /** Begins on Sunday, as in Oracle's own territory. */
  WEEK("DAY DY D"),
  HOUR("HH HH12 HH24"),
  MINUTE("MI");

  private final String names;

  DateUnit(String names) {
    this.names = names;
  }

  static DateUnit named(String name) {
    return Arrays.stream(values())
        .filter(unit -> List.of(unit.names.split(" ")).contains(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new NotADate("'%s' is no unit of a date".formatted(name)));
  }

  /** Where the unit begins that a time is in. */
  LocalDateTime truncated(LocalDateTime time) {
    LocalDate date = time.toLocalDate();
    return switch (this) {
      case CENTURY -> day(LocalDate.of((date.getYear() - 1) / 100 * 100 + 1, 1, 1));
      case YEAR -> day(date.withDayOfYear(1));
      case ISO_YEAR -> isoYear(date.get(IsoFields.WEEK_BASED_YEAR));
      case QUARTER -> day(LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1));
      case MONTH -> day(date.withDayOfMonth(1));
      case WEEK_OF_YEAR -> onOrBefore(date, date.withDayOfYear(1).getDayOfWeek());
      case ISO_WEEK -> onOrBefore(date, DayOfWeek.MONDAY);
      case WEEK_OF_MONTH -> onOrBefore(date, date.withDayOfMonth(1).getDayOfWeek());
      case DAY -> day(date);
      case WEEK -> onOrBefore(date, DayOfWeek.SUNDAY);
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
    };
  }

  /** The beginning of the unit, or, from its middle on, of the next one. */
  LocalDateTime rounded(LocalDateTime time) {
    LocalDateTime from = truncated(time);
    return time.isBefore(middle(from)) ? from : next(from);
  }

  private LocalDateTime next(LocalDateTime from) {
    return switch (this) {
      case CENTURY -> from.plusYears(100);
      case YEAR -> from.plusYears(1);
      case ISO_YEAR -> isoYear(from.get(IsoFields.WEEK_BASED_YEAR) + 1);
      case QUARTER -> from.plusMonths(3);
      case MONTH -> from.plusMonths(1);
      case WEEK_OF_YEAR, ISO_WEEK, WEEK_OF_MONTH, WEEK -> from.plusWeeks(1);
      case DAY -> from.plusDays(1);
      case HOUR -> from.plusHours(1);
      case MINUTE -> from.plusMinutes(1);
    };
  }

  /** As Oracle has it: a month is half over on its 16th, a year on July 1. */
  private LocalDateTime middle(LocalDateTime from) {
    return switch (this) {
      case CENTURY -> from.plusYears(50);
      case YEAR, ISO_YEAR -> day(LocalDate.of(from.plusDays(10).getYear(), 7, 1));
      case QUARTER -> from.plusMonths(1).withDayOfMonth(16);
      case MONTH -> from.withDayOfMonth(16);
      case WEEK_OF_YEAR, ISO_WEEK, WEEK_OF_MONTH, WEEK -> from.plusHours(84);
      case DAY -> from.plusHours(12);
      case HOUR -> from.plusMinutes(30);
      case MINUTE -> from.plusSeconds(30);
    };
  }

  private static LocalDateTime day(LocalDate date) {
    return date.atTime(LocalTime.MIDNIGHT);
  }

  private static LocalDateTime isoYear(int year) {
    return onOrBefore(LocalDate.of(year, 1, 4), DayOfWeek.MONDAY);
  }

  private static LocalDateTime onOrBefore(LocalDate date, DayOfWeek day) {
    return day(date.with(TemporalAdjusters.previousOrSame(day)));
  }
}
