package org.mview.date;

import static org.mview.error.MViewError.DATE_NOT_VALID;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An expression of Oracle's that gives a date, such as {@code TRUNC(SYSDATE + 1) + 9/24}. It is
 * worked out here, and not by the database, so that it means the same everywhere.
 */
public final class DateExpression {
  private final String text;
  private final Term term;

  private DateExpression(String text, Term term) {
    this.text = text;
    this.term = term;
  }

  /**
   * Reads an expression.
   *
   * @throws org.mview.error.MViewException DATE_NOT_VALID, when it cannot be read
   */
  public static DateExpression of(String text) {
    try {
      return new DateExpression(text, DateParser.parse(text));
    } catch (NotADate e) {
      throw DATE_NOT_VALID.of(text, e.getMessage());
    }
  }

  /**
   * The date, in whole seconds; empty when it is NULL.
   *
   * @param now what SYSDATE stands for
   * @param zone whose days and hours are meant
   * @throws org.mview.error.MViewException DATE_NOT_VALID, when there is no such date
   */
  public Optional<Instant> at(Instant now, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    try {
      Value value = term.at(local);
      if (value instanceof Value.Text written) {
        value = DatePattern.standard(written.text(), local);
      }
      if (value instanceof Value.Moment moment) {
        return Optional.of(moment.time().atZone(zone).toInstant().truncatedTo(ChronoUnit.SECONDS));
      } else if (value instanceof Value.Null) {
        return Optional.empty();
      }
      throw new NotADate("it gives no date");
    } catch (NotADate | DateTimeException | ArithmeticException e) {
      throw DATE_NOT_VALID.of(text, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
