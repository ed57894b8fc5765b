package org.mview.driver.wrap;

import static java.util.Map.entry;
import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mview.error.MViewError;

/** The value of an OUT parameter, converted as JDBC has it. */
final class OutValue {
  private static final Map<Class<?>, Function<Object, Object>> CONVERSIONS =
      Map.ofEntries(
          entry(Object.class, value -> value),
          entry(String.class, String::valueOf),
          entry(Reader.class, value -> new StringReader(value.toString())),
          entry(Boolean.class, value -> number(value).signum() != 0),
          entry(Byte.class, value -> integer(value).byteValueExact()),
          entry(Short.class, value -> integer(value).shortValueExact()),
          entry(Integer.class, value -> integer(value).intValueExact()),
          entry(Long.class, value -> integer(value).longValueExact()),
          entry(Float.class, value -> number(value).floatValue()),
          entry(Double.class, value -> number(value).doubleValue()),
          entry(BigDecimal.class, OutValue::number),
          entry(Date.class, value -> Date.valueOf(moment(value).toLocalDate())),
          entry(Time.class, value -> Time.valueOf(moment(value).toLocalTime())),
          entry(Timestamp.class, value -> Timestamp.valueOf(moment(value))),
          entry(LocalDate.class, value -> moment(value).toLocalDate()),
          entry(LocalTime.class, value -> moment(value).toLocalTime()),
          entry(LocalDateTime.class, OutValue::moment));

  private static final Map<Class<?>, Object> NULLS =
      Map.of(
          boolean.class,
          false,
          byte.class,
          (byte) 0,
          short.class,
          (short) 0,
          int.class,
          0,
          long.class,
          0L,
          float.class,
          0f,
          double.class,
          0d);

  private OutValue() {}

  /** The value as this type; the zero of a primitive type stands for NULL. */
  @SuppressWarnings("unchecked") // a primitive type's Class is that of its box
  static <T> @Nullable T as(Class<T> type, @Nullable Object value) throws SQLException {
    if (value == null) {
      return (T) NULLS.get(type);
    }
    Class<T> boxed = type.isPrimitive() ? (Class<T>) NULLS.get(type).getClass() : type;
    try {
      Function<Object, Object> conversion = CONVERSIONS.getOrDefault(boxed, OutValue::refused);
      return boxed.cast(boxed.isInstance(value) ? value : conversion.apply(value));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException failure) {
      throw translated(
          MViewError.VALUE_NOT_CONVERTIBLE
              .of(value.getClass().getSimpleName(), type.getSimpleName())
              .because(failure));
    }
  }

  private static Object refused(Object value) {
    throw new IllegalArgumentException("no conversion");
  }

  private static BigDecimal number(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return new BigDecimal(value.toString().strip());
  }

  /** Towards zero, as every driver reads 2.9 as the integer 2. */
  private static BigDecimal integer(Object value) {
    return new BigDecimal(number(value).toBigInteger());
  }

  private static LocalDateTime moment(Object value) {
    if (value instanceof LocalDateTime moment) {
      return moment;
    }
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    return value instanceof Timestamp moment
        ? moment.toLocalDateTime()
        : LocalDateTime.parse(value.toString().strip().replace(' ', 'T'));
  }
}
