package org.mview.refresh;

import static org.mview.error.MViewError.CHANGE_LOG_DAMAGED;
import static org.mview.error.MViewError.CHANGE_LOG_MISSING;
import static org.mview.error.MViewError.CHANGE_LOG_TOO_YOUNG;
import static org.mview.error.MViewError.MUST_BE_COMPLETELY_REFRESHED;
import static org.mview.error.MViewError.NOT_FAST_REFRESHABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.delta.Kept;
import org.mview.error.MViewException;
import org.mview.sql.QualifiedName;

/** Why a view cannot be refreshed fast now. */
public final class Obstacles {
  private Obstacles() {}

  /** The first obstacle there is. */
  public static Optional<MViewException> of(CompiledView compiled, Catalog catalog) {
    if (compiled.isClearIn(catalog)) {
      return Optional.empty();
    }
    List<Obstacle> found = all(compiled, catalog);
    if (found.isEmpty()) {
      compiled.clearIn(catalog);
    }
    return found.stream().map(Obstacle::error).findFirst();
  }

  /** All obstacles; a refresh fails with the first of them. */
  public static List<Obstacle> all(CompiledView compiled, Catalog catalog) {
    View view = compiled.view();
    if (compiled.kept().isEmpty()) {
      return ofQuery(compiled);
    }
    List<Obstacle> found = new ArrayList<>();
    boolean isOfOthers = view.state().knowledge() == State.Knowledge.PREBUILT;
    if (!view.state().populated() || isOfOthers) {
      found.add(Obstacle.of(MUST_BE_COMPLETELY_REFRESHED.of(view.name())));
    }
    for (QualifiedName master : Masters.of(compiled.kept().get().content())) {
      ofLog(view, compiled.kept().get(), master, catalog)
          .ifPresent(error -> found.add(Obstacle.of(error, master)));
    }
    return found;
  }

  /** Why the change of a query cannot be derived. */
  public static List<Obstacle> ofQuery(CompiledView compiled) {
    return compiled.reasons().stream()
        .map(reason -> Obstacle.of(NOT_FAST_REFRESHABLE.of(compiled.view().name(), reason), reason))
        .toList();
  }

  private static Optional<MViewException> ofLog(
      View view, Kept kept, QualifiedName master, Catalog catalog) {
    Optional<LogEntry> log = catalog.log(master);
    if (log.isEmpty()) {
      return Optional.of(CHANGE_LOG_MISSING.of(master));
    } else if (!log.get().intact()) {
      return Optional.of(CHANGE_LOG_DAMAGED.of(master));
    } else if (!catalog.reads(view, log.get())
        || !log.get().log().columns().containsAll(Masters.columns(kept.content(), master))) {
      return Optional.of(CHANGE_LOG_TOO_YOUNG.of(master, view.name()));
    }
    return Optional.empty();
  }
}
