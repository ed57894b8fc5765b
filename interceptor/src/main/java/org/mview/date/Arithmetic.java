package org.mview.date;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import org.mview.date.Value.Moment;
import org.mview.date.Value.Months;
import org.mview.date.Value.Numeric;
import org.mview.date.Value.Span;
import org.mview.date.Value.Text;

/** What can be added, subtracted, multiplied and divided; a number beside a moment counts days. */
final class Arithmetic {
  private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

  private Arithmetic() {}

  static Value plus(Value left, Value right) {
    if (isNull(left, right)) {
      return Value.NULL;
    } else if (left instanceof Moment moment) {
      return plus(moment, right);
    } else if (right instanceof Moment moment) {
      return plus(moment, left);
    } else if (left instanceof Span one && right instanceof Span other) {
      return new Span(one.duration().plus(other.duration()));
    } else if (left instanceof Months one && right instanceof Months other) {
      return new Months(one.months() + other.months());
    }
    return new Numeric(number(left).add(number(right)));
  }

  private static Value plus(Moment moment, Value added) {
    if (added instanceof Span span) {
      return new Moment(moment.time().plus(span.duration()));
    } else if (added instanceof Months months) {
      return new Moment(sameDay(moment.time(), months.months()));
    } else if (added instanceof Moment) {
      throw new NotADate("two dates cannot be added");
    }
    return new Moment(moment.time().plusSeconds(seconds(number(added))));
  }

  /** As in Oracle, there is no February 30. */
  private static LocalDateTime sameDay(LocalDateTime time, long months) {
    LocalDateTime moved = time.plusMonths(months);
    if (moved.getDayOfMonth() != time.getDayOfMonth()) {
      throw new NotADate("there is no such day in that month: use ADD_MONTHS");
    }
    return moved;
  }

  private static long seconds(BigDecimal days) {
    return days.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  static Value minus(Value left, Value right) {
    if (isNull(left, right)) {
      return Value.NULL;
    } else if (left instanceof Moment one && right instanceof Moment other) {
      Duration between = Duration.between(other.time(), one.time());
      return new Numeric(days(between));
    }
    return plus(left, times(Numeric.of(-1), right));
  }

  private static BigDecimal days(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis())
        .movePointLeft(3)
        .divide(SECONDS_OF_DAY, MathContext.DECIMAL128);
  }

  static Value times(Value left, Value right) {
    if (isNull(left, right)) {
      return Value.NULL;
    } else if (left instanceof Span || left instanceof Months) {
      return scaled(left, number(right));
    } else if (right instanceof Span || right instanceof Months) {
      return scaled(right, number(left));
    }
    return new Numeric(number(left).multiply(number(right)));
  }

  static Value divided(Value left, Value right) {
    if (isNull(left, right)) {
      return Value.NULL;
    }
    BigDecimal divisor = number(right);
    if (divisor.signum() == 0) {
      throw new NotADate("it divides by zero");
    } else if (left instanceof Span || left instanceof Months) {
      return scaled(left, BigDecimal.ONE.divide(divisor, MathContext.DECIMAL128));
    }
    return new Numeric(number(left).divide(divisor, MathContext.DECIMAL128));
  }

  private static Value scaled(Value interval, BigDecimal factor) {
    if (interval instanceof Span span) {
      BigDecimal millis = BigDecimal.valueOf(span.duration().toMillis()).multiply(factor);
      return new Span(Duration.ofMillis(millis.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }
    BigDecimal months = BigDecimal.valueOf(((Months) interval).months()).multiply(factor);
    return new Months(months.longValue());
  }

  static Value joined(Value left, Value right) {
    return new Text(text(left) + text(right));
  }

  /** A value as text; nothing for NULL. */
  static String text(Value value) {
    if (value instanceof Text text) {
      return text.text();
    } else if (value instanceof Numeric number) {
      return number.number().toPlainString();
    } else if (value instanceof Value.Null) {
      return "";
    }
    throw new NotADate("a text or a number is expected: use TO_CHAR");
  }

  /** The number that a value is, or that a text spells. */
  static BigDecimal number(Value value) {
    if (value instanceof Numeric number) {
      return number.number();
    } else if (value instanceof Text text) {
      try {
        return new BigDecimal(text.text().strip());
      } catch (NumberFormatException e) {
        throw new NotADate("'%s' is no number".formatted(text.text()));
      }
    }
    throw new NotADate("a number is expected where there is a date or an interval");
  }

  private static boolean isNull(Value left, Value right) {
    return left instanceof Value.Null || right instanceof Value.Null;
  }
}
