package org.mview.date;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** INTERVAL '1 12:30' DAY TO MINUTE, and the like. */
final class IntervalLiteral {
  private static final List<String> UNITS =
      List.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

  /** How many of a unit the one before it has; a day has no more than it says. */
  private static final List<Long> SECONDS = List.of(0L, 0L, 86_400L, 3_600L, 60L, 1L);

  private static final Pattern PART = Pattern.compile("\\d+(?:\\.\\d+)?");

  private IntervalLiteral() {}

  /** Reads the units behind the text. */
  static Value of(String text, DateTokens tokens) {
    int first = unit(tokens);
    int last = tokens.accept("TO") ? unit(tokens) : first;
    boolean ofMonths = last <= 1;
    if (last < first || ofMonths != (first <= 1)) {
      throw new NotADate("INTERVAL %s TO %s is none".formatted(UNITS.get(first), UNITS.get(last)));
    }
    boolean negative = text.strip().startsWith("-");
    Matcher parts = PART.matcher(text);
    BigDecimal amount = BigDecimal.ZERO;
    for (int unit = first; unit <= last; unit++) {
      if (!parts.find()) {
        throw new NotADate("INTERVAL '%s' has no %s".formatted(text, UNITS.get(unit)));
      }
      long size = ofMonths ? 12L - 11L * unit : SECONDS.get(unit);
      amount = amount.add(new BigDecimal(parts.group()).multiply(BigDecimal.valueOf(size)));
    }
    if (parts.find()) {
      throw new NotADate("INTERVAL '%s' has more parts than units".formatted(text));
    }
    BigDecimal signed = negative ? amount.negate() : amount;
    return ofMonths
        ? new Value.Months(signed.longValueExact())
        : new Value.Span(Duration.ofMillis(signed.movePointRight(3).longValue()));
  }

  private static int unit(DateTokens tokens) {
    String word = tokens.word();
    int unit = UNITS.indexOf(word);
    if (unit < 0) {
      throw new NotADate("%s is no unit of an INTERVAL".formatted(word));
    }
    if (tokens.accept("(")) {
      do {
        tokens.take(); // digits: how many there may be
      } while (tokens.accept(","));
      tokens.expect(")");
    }
    return unit;
  }
}
