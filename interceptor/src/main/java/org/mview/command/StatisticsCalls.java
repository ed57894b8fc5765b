package org.mview.command;

import static org.mview.error.MViewError.STATISTICS_SETTING_NOT_VALID;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mview.catalog.CollectionLevel;
import org.mview.catalog.StatisticsRows;
import org.mview.catalog.StatisticsSettings;
import org.mview.catalog.StatisticsSettings.Setting;
import org.mview.catalog.View;
import org.mview.statement.BoundCall;

/** DBMS_MVIEW_STATS: what is collected of refreshes, and how long it is kept. */
final class StatisticsCalls {
  private static final String LEVEL = "COLLECTION_LEVEL";
  private static final String RETENTION = "RETENTION_PERIOD";
  private static final int LONGEST = 365_000;

  private final CallArguments arguments;
  private final Transactions transactions;

  StatisticsCalls(CallArguments arguments, Transactions transactions) {
    this.arguments = arguments;
    this.transactions = transactions;
  }

  void run(BoundCall call) throws SQLException {
    switch (call.signature().name()) {
      case "DBMS_MVIEW_STATS.SET_SYSTEM_DEFAULT" -> setDefault(call);
      case "DBMS_MVIEW_STATS.SET_MVREF_STATS_PARAMS" -> set(call);
      case "DBMS_MVIEW_STATS.PURGE_REFRESH_STATS" -> purge(call);
      default -> throw CallArguments.unknown(call);
    }
  }

  private void setDefault(BoundCall call) throws SQLException {
    String name = arguments.text(call, "parameter_name").strip().toUpperCase(Locale.ROOT);
    if (!name.equals(LEVEL) && !name.equals(RETENTION)) {
      throw STATISTICS_SETTING_NOT_VALID.of(
          "parameter_name", "'%s'".formatted(name), LEVEL + " or " + RETENTION);
    }
    boolean ofLevel = name.equals(LEVEL);
    Optional<CollectionLevel> level = ofLevel ? level(call, "value") : Optional.empty();
    Optional<Integer> retention = ofLevel ? Optional.empty() : retention(call, "value");
    transactions.run(
        work -> {
          Setting before = work.catalog().statistics().system();
          work.registry()
              .statistics()
              .set(
                  ofLevel
                      ? new Setting(level, before.retention())
                      : new Setting(before.level(), retention));
          return true;
        });
  }

  private void set(BoundCall call) throws SQLException {
    List<String> list = arguments.list(call, "mv_list");
    Setting setting =
        new Setting(level(call, "collection_level"), retention(call, "retention_period"));
    transactions.run(
        work -> {
          StatisticsRows statistics = work.registry().statistics();
          for (View view : views(work, list)) {
            statistics.set(view, setting);
          }
          return true;
        });
  }

  /** All of them, where the list is NULL. */
  private static List<View> views(Work work, List<String> list) {
    return list.isEmpty() ? work.catalog().ofUsers() : new ViewNames(work).views(list);
  }

  private void purge(BoundCall call) throws SQLException {
    List<String> list = arguments.list(call, "mv_list");
    Optional<Integer> days = retention(call, "retention_period");
    transactions.run(
        work -> {
          List<View> views = views(work, list);
          if (!work.registry().statistics().isKnown()) {
            return false;
          } else if (days.filter(given -> given == StatisticsSettings.FOREVER).isPresent()) {
            purgeAll(work, views, list.isEmpty());
          } else {
            purge(work, views, days);
          }
          return true;
        });
  }

  private static void purgeAll(Work work, List<View> views, boolean ofAll) throws SQLException {
    StatisticsRows statistics = work.registry().statistics();
    for (View view : views) {
      statistics.purge(view);
    }
    if (ofAll) {
      statistics.sweep();
    } else {
      statistics.sweep(StatisticsSettings.FOREVER, work.now());
    }
  }

  /** What is older than some days, or than it is kept anyway. */
  private static void purge(Work work, List<View> views, Optional<Integer> days)
      throws SQLException {
    StatisticsSettings settings = work.catalog().statistics();
    StatisticsRows statistics = work.registry().statistics();
    Instant now = work.now();
    for (View view : views) {
      statistics.purge(view, days.orElse(settings.retention(view)), now);
    }
    statistics.sweep(days.orElse(settings.retention()), now);
  }

  private Optional<CollectionLevel> level(BoundCall call, String parameter) {
    Optional<String> text = text(call, parameter);
    return text.map(
        name ->
            Stream.of(CollectionLevel.values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        STATISTICS_SETTING_NOT_VALID.of(
                            parameter, "'%s'".formatted(name), "NONE, TYPICAL or ADVANCED")));
  }

  private Optional<Integer> retention(BoundCall call, String parameter) {
    return text(call, parameter).isEmpty()
        ? Optional.empty()
        : Optional.of(days(parameter, arguments.number(call, parameter)));
  }

  private static int days(String parameter, long days) {
    if (days != StatisticsSettings.FOREVER && (days < 1 || days > LONGEST)) {
      throw STATISTICS_SETTING_NOT_VALID.of(
          parameter, days, "a number of days from 1 to %s, or -1".formatted(LONGEST));
    }
    return (int) days;
  }

  private Optional<String> text(BoundCall call, String parameter) {
    return arguments
        .value(call.argument(parameter))
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }
}
