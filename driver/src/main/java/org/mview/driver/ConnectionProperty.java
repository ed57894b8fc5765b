package org.mview.driver;

import static java.util.stream.Collectors.joining;

import java.sql.DriverPropertyInfo;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mview.command.Options;
import org.mview.command.Options.ByTriggers;
import org.mview.command.Options.Compatibility;
import org.mview.command.Options.FloatSums;
import org.mview.error.MViewError;

/**
 * One property of a connection. All of them stand here.
 *
 * @param name as it is written in a URL, prefix and all
 * @param description one sentence for a person who has to choose
 * @param unsaid what holds when it is not given
 * @param choices what can be written, in lower case, in the order to show it; none for any text
 * @param reading what a text stands for, if anything
 */
record ConnectionProperty<T>(
    String name,
    String description,
    T unsaid,
    Map<String, T> choices,
    Function<String, Optional<T>> reading) {

  /** What our names begin with: all others are the real driver's. */
  static final String PREFIX = "mview.";

  /** The name of {@link #DRIVER}. */
  static final String DRIVER_NAME = PREFIX + "driver";

  static final ConnectionProperty<Optional<String>> DRIVER =
      new ConnectionProperty<>(
          DRIVER_NAME,
          "Class of the real driver, for one that does not register itself.",
          Optional.empty(),
          Map.of(),
          text -> Optional.of(Optional.of(text)));

  static final ConnectionProperty<Compatibility> COMPATIBILITY =
      oneOf(
          "compatibility",
          "Whose rules hold where Oracle's and ours differ.",
          Options.DEFAULT.compatibility(),
          Compatibility.values());

  static final ConnectionProperty<Boolean> AUTO_LOG =
      oneOf(
          "autoLog",
          "Whether change logs are made and widened on demand.",
          Options.DEFAULT.autoLog(),
          true,
          false);

  static final ConnectionProperty<FloatSums> FLOAT_SUMS =
      oneOf(
          "floatSums",
          "How sums of approximate numbers are kept: summed anew, or the change added.",
          Options.DEFAULT.floatSums(),
          FloatSums.values());

  static final ConnectionProperty<ByTriggers> BY_TRIGGERS =
      oneOf(
          "byTriggers",
          "Whether triggers may keep views ON COMMIT: a transaction then sees them change.",
          Options.DEFAULT.byTriggers(),
          ByTriggers.values());

  static final ConnectionProperty<Boolean> AUTO_INDEX =
      oneOf(
          "autoIndex",
          "Whether indexes are made by which refreshes find rows of the tables that views read.",
          Options.DEFAULT.autoIndex(),
          true,
          false);

  static final ConnectionProperty<Boolean> SCHEDULER =
      oneOf(
          "scheduler",
          "Whether this process refreshes the views that are due by START WITH and NEXT.",
          false,
          true,
          false);

  static final ConnectionProperty<ZoneId> TIME_ZONE =
      new ConnectionProperty<>(
          PREFIX + "timeZone",
          "Time zone of SYSDATE in START WITH and NEXT, such as Europe/Vienna.",
          Options.DEFAULT.zone(),
          Map.of(),
          ConnectionProperty::zone);

  static final List<ConnectionProperty<?>> ALL =
      List.of(
          DRIVER,
          COMPATIBILITY,
          AUTO_LOG,
          AUTO_INDEX,
          FLOAT_SUMS,
          BY_TRIGGERS,
          SCHEDULER,
          TIME_ZONE);

  /** How a connection is to behave, from what is given. */
  static Options options(Map<String, String> given, Optional<InstantSource> clock) {
    Options options =
        new Options(
            COMPATIBILITY.of(given),
            AUTO_LOG.of(given),
            FLOAT_SUMS.of(given),
            BY_TRIGGERS.of(given),
            AUTO_INDEX.of(given));
    return options.with(SCHEDULER.of(given), TIME_ZONE.of(given), clock);
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @SafeVarargs
  private static <T> ConnectionProperty<T> oneOf(
      String name, String description, T unsaid, T... values) {
    Map<String, T> choices = new LinkedHashMap<>();
    for (T value : values) {
      choices.put(value.toString().toLowerCase(Locale.ROOT), value);
    }
    return new ConnectionProperty<>(
        PREFIX + name,
        description,
        unsaid,
        choices,
        text -> Optional.ofNullable(choices.get(text.toLowerCase(Locale.ROOT))));
  }

  /** The value, from the texts that are given by name. */
  T of(Map<String, String> given) {
    String text = given.get(name);
    if (text == null) {
      return unsaid;
    }
    return reading
        .apply(text)
        .orElseThrow(
            () ->
                MViewError.PROPERTY_NOT_VALID.of(
                    name,
                    choices.isEmpty()
                        ? "it is not " + text
                        : "it is one of " + String.join(", ", choices.keySet())));
  }

  /** Fails when a name is given that is none of ours. */
  static void checkNames(Iterable<String> given) {
    for (String name : given) {
      if (ALL.stream().noneMatch(property -> property.name.equals(name))) {
        throw MViewError.PROPERTY_NOT_VALID.of(
            name,
            "the properties are "
                + ALL.stream().map(ConnectionProperty::name).collect(joining(", ")));
      }
    }
  }

  /** As JDBC shows it to a person, with the value that holds. */
  DriverPropertyInfo info(Map<String, String> given) {
    DriverPropertyInfo info =
        new DriverPropertyInfo(name, given.getOrDefault(name, textOfUnsaid()));
    info.description = description;
    info.choices = choices.isEmpty() ? null : choices.keySet().toArray(String[]::new);
    return info;
  }

  private String textOfUnsaid() {
    if (!choices.isEmpty()) {
      return unsaid.toString().toLowerCase(Locale.ROOT);
    }
    return unsaid instanceof Optional ? "" : unsaid.toString();
  }
}
