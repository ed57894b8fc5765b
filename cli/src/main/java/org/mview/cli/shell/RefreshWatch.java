package org.mview.cli.shell;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mview.cli.shell.RunningViews.Running;

/** Which views a statement refreshes now, and how long that may take. */
final class RefreshWatch {
  private static final Pattern REFRESHES =
      Pattern.compile(
          "(?i)\\bDBMS_(MVIEW|SNAPSHOT|MV|REFRESH|JOB)\\b|\\bREFRESH\\s+MATERIALIZED\\b");

  private final Ticks ticks;
  private final LongSupplier nanoTime;
  private final RunningViews views;

  /** When each view was seen first. */
  private final Map<String, Long> since = new HashMap<>();

  private List<Running> running = List.of();

  /** The number of the statement. */
  private int number;

  RefreshWatch(Ticks ticks, LongSupplier nanoTime, RunningViews views) {
    this.ticks = ticks;
    this.nanoTime = nanoTime;
    this.views = views;
  }

  /** A statement begins; answers what ends the watch. */
  Runnable begin(String sql) {
    int statement = next();
    if (views == RunningViews.UNKNOWN || !REFRESHES.matcher(sql).find()) {
      return () -> {};
    }
    Runnable looking = ticks.call(() -> look(sql, statement));
    return () -> {
      looking.run();
      next();
    };
  }

  /** What comes late of the statement before is of no use. */
  private synchronized int next() {
    since.clear();
    running = List.of();
    return ++number;
  }

  private void look(String sql, int statement) {
    try {
      seen(named(views.now(), sql), statement);
    } catch (SQLException | RuntimeException e) {
      seen(List.of(), statement); // nobody has asked for it
    }
  }

  /** Other sessions refresh others: those that the statement names are meant, if it names some. */
  private static List<Running> named(List<Running> all, String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    List<Running> named =
        all.stream().filter(r -> text.contains(r.view().toLowerCase(Locale.ROOT))).toList();
    return named.isEmpty() ? all : named;
  }

  private synchronized void seen(List<Running> now, int statement) {
    if (statement == number) {
      running = now;
      now.forEach(view -> since.putIfAbsent(view.view(), nanoTime.getAsLong()));
    }
  }

  /** What there is to tell, such as "sales 12 s of about 40 s". */
  synchronized Optional<String> text(long now) {
    return running.isEmpty()
        ? Optional.empty()
        : Optional.of(
            running.stream().map(view -> text(view, now)).collect(Collectors.joining(", ")));
  }

  private String text(Running view, long now) {
    Duration time = Duration.ofNanos(now - since.getOrDefault(view.view(), now));
    return view.before()
        .map(
            before ->
                "%s %s of about %s"
                    .formatted(view.view(), Elapsed.text(time), Elapsed.text(before)))
        .orElse(view.view());
  }
}
