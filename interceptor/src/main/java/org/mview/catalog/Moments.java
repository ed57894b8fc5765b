package org.mview.catalog;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as the registry has them: UTC, in whole seconds, so that texts compare as times do. */
final class Moments {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private Moments() {}

  /** The same with microseconds, as a TIMESTAMP has them. */
  static String exact(Instant instant) {
    return EXACT.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  static String text(Instant instant) {
    return FORMAT.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  static @Nullable String text(Optional<Instant> instant) {
    return instant.map(Moments::text).orElse(null);
  }

  static Optional<Instant> of(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(written -> LocalDateTime.parse(written, FORMAT).toInstant(ZoneOffset.UTC));
  }
}
