package org.mview.date;

import java.util.Optional;

/**
 * A piece of a format of dates: what it reads, how it is spelt, and what stands for it in a text.
 */
enum DatePart {
  YEAR_OF_FOUR("YYYY", "\\d{4}"),
  YEAR_NEAR_RR("RRRR", "\\d{2,4}"),
  YEAR_NEAR("RR", "\\d{2}"),
  YEAR_OF_TWO("YY", "\\d{2}"),
  MONTH_NAME("MONTH", "[A-Za-z]+"),
  MONTH_SHORT("MON", "[A-Za-z]{3}"),
  HOUR_OF_DAY("HH24", "\\d{1,2}"),
  HOUR_OF_HALF("HH12", "\\d{1,2}"),
  HOUR("HH", "\\d{1,2}"),
  MINUTE("MI", "\\d{1,2}"),
  SECOND("SS", "\\d{1,2}"),
  FRACTION("FF", "\\d{1,9}"),
  MONTH("MM", "\\d{1,2}"),
  DAY_OF_YEAR("DDD", "\\d{1,3}"),
  DAY("DD", "\\d{1,2}"),
  HALF_A("AM", "[AaPp]\\.?[Mm]\\.?"),
  HALF_P("PM", "[AaPp]\\.?[Mm]\\.?");

  private final String spelling;
  private final String pattern;

  DatePart(String spelling, String pattern) {
    this.spelling = spelling;
    this.pattern = pattern;
  }

  String spelling() {
    return spelling;
  }

  /** A regular expression for what stands for it in a text. */
  String pattern() {
    return pattern;
  }

  /** The part with which a format begins, which is in upper case. */
  static Optional<DatePart> at(String format) {
    for (DatePart part : values()) {
      if (format.startsWith(part.spelling)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
