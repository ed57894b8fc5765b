package org.mview.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mview.sql.QualifiedName;

/**
 * What was measured of one call that has refreshed views, or tried to.
 *
 * @param masters of all views that were to be refreshed
 * @param refreshed those of which something is collected, and that were refreshed
 * @param failures how many transactions were undone
 * @param seconds from its beginning to its end
 */
public record RefreshRun(
    Options options,
    List<QualifiedName> views,
    List<QualifiedName> masters,
    List<OfView> refreshed,
    int failures,
    Instant start,
    double seconds) {
  public RefreshRun {
    views = List.copyOf(views);
    masters = List.copyOf(masters);
    refreshed = List.copyOf(refreshed);
  }

  /**
   * What the call has asked for.
   *
   * @param method the letters; empty where none were given
   */
  public record Options(
      String method,
      boolean pushDeferred,
      boolean afterErrors,
      int purgeOption,
      int parallelism,
      int heapSize,
      boolean atomic,
      boolean nested,
      boolean outOfPlace) {
    /** What holds where a call says nothing. */
    public static final Options DEFAULT = new Options("", true, false, 1, 0, 0, true, false, false);
  }

  /**
   * The refresh of one view.
   *
   * @param method FAST or COMPLETE
   * @param rowsBefore empty where they could not be counted
   * @param changes of its masters, as far as logs tell of them
   * @param statements in the order in which they ran
   */
  public record OfView(
      View view,
      String method,
      Instant start,
      double seconds,
      Optional<Long> rowsBefore,
      Optional<Long> rowsAfter,
      List<OfMaster> changes,
      List<OfStatement> statements) {
    public OfView {
      changes = List.copyOf(changes);
      statements = List.copyOf(statements);
    }
  }

  /**
   * What has changed of a master, in the end.
   *
   * @param updated empty where the log does not hold the key: each update is in the two others then
   * @param rows about how many it has
   */
  public record OfMaster(
      QualifiedName master, long inserted, Optional<Long> updated, long deleted, long rows) {}

  /** A statement, and how long it took. */
  public record OfStatement(String sql, double seconds) {}
}
