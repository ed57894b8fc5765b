package org.mview.date;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A format of TO_DATE and TO_CHAR, such as {@code YYYY-MM-DD HH24:MI:SS}; names are English. */
final class DatePattern {
  private static final DatePattern ISO = new DatePattern("YYYY-MM-DD");
  private static final DatePattern ISO_WITH_TIME = new DatePattern("YYYY-MM-DD HH24:MI:SS");
  private static final DatePattern ISO_WITH_FRACTION = new DatePattern("YYYY-MM-DD HH24:MI:SS.FF");
  private static final DatePattern DEFAULT_OF_ORACLE = new DatePattern("DD-MON-RR");

  private final String format;
  private final List<DatePart> parts = new ArrayList<>();
  private final Pattern pattern;

  private DatePattern(String format) {
    this.format = format;
    this.pattern = pattern(format.toUpperCase(Locale.ROOT));
  }

  static DatePattern of(String format) {
    return new DatePattern(format);
  }

  /** A date as the standard writes it, with or without a time, or as Oracle does by default. */
  static Value.Moment standard(String text, LocalDateTime now) {
    String written = text.strip().replace('T', ' ');
    DatePattern ofDay = written.matches("\\d{4}-.*") ? ISO : DEFAULT_OF_ORACLE;
    boolean hasTime = written.contains(":");
    boolean hasFraction = hasTime && written.contains(".");
    return (hasFraction ? ISO_WITH_FRACTION : hasTime ? ISO_WITH_TIME : ofDay).parse(written, now);
  }

  private Pattern pattern(String upper) {
    StringBuilder expression = new StringBuilder();
    int at = 0;
    while (at < upper.length()) {
      Optional<DatePart> part = DatePart.at(upper.substring(at));
      if (part.isPresent()) {
        parts.add(part.get());
        expression.append('(').append(part.get().pattern()).append(')');
        at += part.get().spelling().length();
      } else if (upper.charAt(at) == '"') {
        int end = upper.indexOf('"', at + 1);
        expression.append(Pattern.quote(format.substring(at + 1, end < 0 ? upper.length() : end)));
        at = end < 0 ? upper.length() : end + 1;
      } else if (Character.isLetterOrDigit(upper.charAt(at))) {
        throw new NotADate("the format '%s' is not understood".formatted(format));
      } else {
        expression.append(Pattern.quote(upper.substring(at, at + 1)));
        at++;
      }
    }
    return Pattern.compile(expression.toString());
  }

  /**
   * Reads a date.
   *
   * @param now gives what the format leaves out: the year and the month; the day is the first then
   */
  Value.Moment parse(String text, LocalDateTime now) {
    Matcher matcher = pattern.matcher(text.strip());
    if (!matcher.matches()) {
      throw new NotADate("'%s' is not of the format %s".formatted(text, format));
    }
    Map<DatePart, String> given = new EnumMap<>(DatePart.class);
    for (int i = 0; i < parts.size(); i++) {
      given.put(parts.get(i), matcher.group(i + 1));
    }
    LocalDate date = date(given, now);
    return new Value.Moment(date.atTime(time(given)));
  }

  private static LocalDate date(Map<DatePart, String> given, LocalDateTime now) {
    int year = year(given, now.getYear());
    if (given.containsKey(DatePart.DAY_OF_YEAR)) {
      return LocalDate.ofYearDay(year, number(given, DatePart.DAY_OF_YEAR, 1));
    }
    int month =
        Optional.ofNullable(given.get(DatePart.MONTH_NAME))
            .or(() -> Optional.ofNullable(given.get(DatePart.MONTH_SHORT)))
            .map(DatePattern::month)
            .orElseGet(() -> number(given, DatePart.MONTH, now.getMonthValue()));
    return LocalDate.of(year, month, number(given, DatePart.DAY, 1));
  }

  private static int year(Map<DatePart, String> given, int now) {
    String near =
        given.getOrDefault(DatePart.YEAR_NEAR, given.getOrDefault(DatePart.YEAR_NEAR_RR, ""));
    if (near.length() == 2) {
      int year = Integer.parseInt(near);
      return now / 100 * 100 + year + (year >= 50 && now % 100 < 50 ? -100 : 0);
    } else if (!near.isEmpty()) {
      return Integer.parseInt(near);
    } else if (given.containsKey(DatePart.YEAR_OF_TWO)) {
      return now / 100 * 100 + number(given, DatePart.YEAR_OF_TWO, 0);
    }
    return number(given, DatePart.YEAR_OF_FOUR, now);
  }

  private static LocalTime time(Map<DatePart, String> given) {
    int hour = number(given, DatePart.HOUR_OF_DAY, -1);
    if (hour < 0) {
      String half = given.getOrDefault(DatePart.HALF_A, given.getOrDefault(DatePart.HALF_P, ""));
      int ofHalf = number(given, DatePart.HOUR, number(given, DatePart.HOUR_OF_HALF, 0)) % 12;
      hour = ofHalf + (half.toUpperCase(Locale.ROOT).startsWith("P") ? 12 : 0);
    }
    String fraction = given.getOrDefault(DatePart.FRACTION, "");
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return LocalTime.of(
        hour, number(given, DatePart.MINUTE, 0), number(given, DatePart.SECOND, 0), nanos);
  }

  private static int number(Map<DatePart, String> given, DatePart part, int missing) {
    String text = given.get(part);
    return text == null ? missing : Integer.parseInt(text);
  }

  private static int month(String name) {
    return Arrays.stream(Month.values())
        .filter(
            month ->
                name.equalsIgnoreCase(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    || name.equalsIgnoreCase(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)))
        .findFirst()
        .orElseThrow(() -> new NotADate("'%s' is no month".formatted(name)))
        .getValue();
  }

  /** Writes a date. */
  String format(LocalDateTime time) {
    StringBuilder written = new StringBuilder();
    String upper = format.toUpperCase(Locale.ROOT);
    int at = 0;
    while (at < upper.length()) {
      Optional<DatePart> part = DatePart.at(upper.substring(at));
      written.append(part.isPresent() ? written(part.get(), time) : format.substring(at, at + 1));
      at += part.map(p -> p.spelling().length()).orElse(1);
    }
    return written.toString().replace("\"", "");
  }

  private static String written(DatePart part, LocalDateTime time) {
    String letters =
        switch (part) {
          case YEAR_OF_FOUR, YEAR_NEAR_RR -> "uuuu";
          case YEAR_NEAR, YEAR_OF_TWO -> "uu";
          case MONTH_NAME -> "MMMM";
          case MONTH_SHORT -> "MMM";
          case HOUR_OF_DAY -> "HH";
          case HOUR_OF_HALF, HOUR -> "hh";
          case MINUTE -> "mm";
          case SECOND -> "ss";
          case FRACTION -> "SSSSSS";
          case MONTH -> "MM";
          case DAY_OF_YEAR -> "DDD";
          case DAY -> "dd";
          case HALF_A, HALF_P -> "a";
        };
    return DateTimeFormatter.ofPattern(letters, Locale.ENGLISH)
        .format(time)
        .toUpperCase(Locale.ROOT);
  }
}
