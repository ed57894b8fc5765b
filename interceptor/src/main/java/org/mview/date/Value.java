package org.mview.date;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;

/** What a part of an expression is worth. */
sealed interface Value {
  /** Unknown, as any operation on it is. */
  Value NULL = new Null();

  /** NULL. */
  record Null() implements Value {}

  /** A number; added to a moment, it counts days. */
  record Numeric(BigDecimal number) implements Value {
    static Numeric of(long number) {
      return new Numeric(BigDecimal.valueOf(number));
    }
  }

  /** A text. */
  record Text(String text) implements Value {}

  /** A DATE or a TIMESTAMP, in the time zone of whoever wrote the expression. */
  record Moment(LocalDateTime time) implements Value {}

  /** INTERVAL DAY TO SECOND. */
  record Span(Duration duration) implements Value {}

  /** INTERVAL YEAR TO MONTH. */
  record Months(long months) implements Value {}
}
