package org.mview.command;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.RefreshRun;
import org.mview.catalog.RefreshRun.OfMaster;
import org.mview.catalog.RefreshRun.OfStatement;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.database.Database.Attempt;
import org.mview.refresh.ChangeCounts;

/** Measures one refresh of one view. */
final class RefreshMeasure {
  private final Work work;
  private final Database database;
  private final View view;

  RefreshMeasure(Work work, View view) {
    this.work = work;
    this.database = work.database();
    this.view = view;
  }

  /**
   * Refreshes the view, and measures that.
   *
   * @param advanced whether changes are counted and statements timed, too
   */
  RefreshRun.OfView of(Attempt<String> refresh, boolean advanced) throws SQLException {
    Instant start = work.now();
    Optional<Long> before = tried(this::rows);
    List<OfMaster> changes =
        advanced
            ? tried(() -> new ChangeCounts(database, work.catalog()).of(view)).orElse(List.of())
            : List.of();
    if (advanced) {
      database.time();
    }
    long begin = System.nanoTime();
    String method;
    double seconds;
    List<OfStatement> statements;
    try {
      method = refresh.run();
    } finally {
      seconds = (System.nanoTime() - begin) / 1e9;
      statements =
          database.timed().stream().map(s -> new OfStatement(s.sql(), s.seconds())).toList();
    }
    return new RefreshRun.OfView(
        view, method, start, seconds, before, tried(this::rows), changes, statements);
  }

  /** No refresh fails because it is measured. */
  private <T> Optional<T> tried(Attempt<T> measuring) {
    try {
      return Optional.of(database.undisturbed(measuring));
    } catch (SQLException | RuntimeException e) {
      String why = "a refresh of %s could not be measured: %s";
      work.warnings().add(why.formatted(view.name(), e.getMessage()));
      return Optional.empty();
    }
  }

  private Long rows() throws SQLException {
    String table = database.name(view.container().table());
    return database.readOne("SELECT COUNT(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
  }
}
