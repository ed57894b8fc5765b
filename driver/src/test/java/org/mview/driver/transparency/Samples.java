package org.mview.driver.transparency;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An argument for a parameter of any type; null for the objects that only a driver can make. */
final class Samples {
  private static final Map<Class<?>, Supplier<Object>> BY_TYPE =
      Map.ofEntries(
          Map.entry(boolean.class, () -> true),
          Map.entry(byte.class, () -> (byte) 1),
          Map.entry(short.class, () -> (short) 1),
          Map.entry(int.class, () -> 1),
          Map.entry(long.class, () -> 1L),
          Map.entry(float.class, () -> 1.5f),
          Map.entry(double.class, () -> 1.5),
          Map.entry(String.class, () -> "7"),
          Map.entry(Object.class, () -> "7"),
          Map.entry(BigDecimal.class, () -> new BigDecimal("7.25")),
          Map.entry(byte[].class, () -> new byte[] {1, 2, 3}),
          Map.entry(int[].class, () -> new int[] {1}),
          Map.entry(String[].class, () -> new String[] {"ID"}),
          Map.entry(Object[].class, () -> new Object[] {1, 2}),
          Map.entry(Date.class, () -> Date.valueOf("2024-02-29")),
          Map.entry(Time.class, () -> Time.valueOf("10:20:30")),
          Map.entry(Timestamp.class, () -> Timestamp.valueOf("2024-02-29 10:20:30.5")),
          Map.entry(Calendar.class, Samples::calendar),
          Map.entry(InputStream.class, () -> new ByteArrayInputStream(new byte[] {'7'})),
          Map.entry(Reader.class, () -> new StringReader("7")),
          Map.entry(SQLType.class, () -> JDBCType.VARCHAR),
          Map.entry(Map.class, Map::of),
          Map.entry(Class.class, () -> String.class),
          Map.entry(Properties.class, Properties::new),
          Map.entry(Executor.class, () -> (Executor) Runnable::run));

  private Samples() {}

  private static Calendar calendar() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("GMT+3"));
    calendar.setTimeInMillis(0);
    return calendar;
  }

  static @Nullable Object[] of(Class<?>... types) {
    return Arrays.stream(types).map(type -> BY_TYPE.getOrDefault(type, () -> null).get()).toArray();
  }
}
