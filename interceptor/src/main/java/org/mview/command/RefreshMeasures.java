package org.mview.command;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.CollectionLevel;
import org.mview.catalog.RefreshRun;
import org.mview.catalog.View;
import org.mview.database.Database.Attempt;
import org.mview.sql.QualifiedName;

/** What is measured of the refreshes of one call; nothing, where nothing is asked for. */
final class RefreshMeasures {
  private final Set<QualifiedName> views = new LinkedHashSet<>();
  private final Set<QualifiedName> masters = new LinkedHashSet<>();
  private final List<RefreshRun.OfView> committed = new ArrayList<>();
  private final List<RefreshRun.OfView> open = new ArrayList<>();
  private Optional<Instant> start = Optional.empty();
  private Optional<Warnings> warnings = Optional.empty();
  private int failures;

  /** Does what is undone as a whole when it fails. */
  <T> T transaction(Attempt<T> attempt) throws SQLException {
    try {
      T result = attempt.run();
      committed.addAll(open);
      return result;
    } catch (SQLException | RuntimeException e) {
      failures++;
      throw e;
    } finally {
      open.clear();
    }
  }

  /** Views are about to be refreshed. */
  void begin(Work work, Set<View> all) throws SQLException {
    for (View view : all) {
      views.add(view.name());
      view.masters().forEach(master -> masters.add(master.name()));
      if (start.isEmpty() && level(work, view) != CollectionLevel.NONE) {
        start = Optional.of(work.now());
        warnings = Optional.of(work.warnings());
      }
    }
  }

  /**
   * Refreshes a view.
   *
   * @param refresh answers how it was refreshed
   */
  void measure(Work work, View view, Attempt<String> refresh) throws SQLException {
    CollectionLevel level = level(work, view);
    if (level == CollectionLevel.NONE) {
      refresh.run();
    } else {
      open.add(new RefreshMeasure(work, view).of(refresh, level == CollectionLevel.ADVANCED));
    }
  }

  private static CollectionLevel level(Work work, View view) {
    return work.catalog().statistics().level(view);
  }

  /**
   * Adds what was measured beside it, of other views of the same call.
   *
   * @param said what is to be said to who has made the call
   */
  void add(RefreshMeasures others, Warnings said) {
    views.addAll(others.views);
    masters.addAll(others.masters);
    committed.addAll(others.committed);
    failures += others.failures;
    others.start.filter(t -> start.isEmpty() || t.isBefore(start.get())).ifPresent(this::startAt);
    if (others.warnings.isPresent()) {
      warnings = Optional.of(said);
    }
  }

  private void startAt(Instant time) {
    start = Optional.of(time);
  }

  /** Says something of what was measured to who has made the call. */
  void warn(String text) {
    warnings.ifPresent(all -> all.add(text));
  }

  /** All that was measured, if anything was. */
  Optional<RefreshRun> run(RefreshRun.Options options, double seconds) {
    return start.map(
        time ->
            new RefreshRun(
                options,
                List.copyOf(views),
                List.copyOf(masters),
                committed,
                failures,
                time,
                seconds));
  }
}
