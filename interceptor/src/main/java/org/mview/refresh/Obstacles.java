package org.mview.refresh;

import static org.mview.error.MViewError.CHANGE_LOG_DAMAGED;
import static org.mview.error.MViewError.CHANGE_LOG_MISSING;
import static org.mview.error.MViewError.CHANGE_LOG_TOO_YOUNG;
import static org.mview.error.MViewError.MUST_BE_COMPLETELY_REFRESHED;
import static org.mview.error.MViewError.NOT_FAST_REFRESHABLE;

import java.util.Optional;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.error.MViewException;
import org.mview.sql.QualifiedName;

/** Why a view cannot be refreshed fast now. */
final class Obstacles {
  private Obstacles() {}

  /** The first obstacle there is. */
  static Optional<MViewException> of(CompiledView compiled, Catalog catalog) {
    if (compiled.isClearIn(catalog)) {
      return Optional.empty();
    }
    Optional<MViewException> found = find(compiled, catalog);
    if (found.isEmpty()) {
      compiled.clearIn(catalog);
    }
    return found;
  }

  private static Optional<MViewException> find(CompiledView compiled, Catalog catalog) {
    View view = compiled.view();
    if (compiled.kept().isEmpty()) {
      return Optional.of(NOT_FAST_REFRESHABLE.of(view.name(), compiled.reasons().get(0)));
    } else if (!view.state().populated()) {
      return Optional.of(MUST_BE_COMPLETELY_REFRESHED.of(view.name()));
    }
    for (QualifiedName master : Masters.of(compiled.kept().get().content())) {
      Optional<LogEntry> log = catalog.log(master);
      if (log.isEmpty()) {
        return Optional.of(CHANGE_LOG_MISSING.of(master));
      } else if (!log.get().intact()) {
        return Optional.of(CHANGE_LOG_DAMAGED.of(master));
      } else if (!catalog.reads(view, log.get())
          || !log.get()
              .log()
              .columns()
              .containsAll(Masters.columns(compiled.kept().get().content(), master))) {
        return Optional.of(CHANGE_LOG_TOO_YOUNG.of(master, view.name()));
      }
    }
    return Optional.empty();
  }
}
