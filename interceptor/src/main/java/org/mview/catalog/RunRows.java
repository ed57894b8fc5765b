package org.mview.catalog;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.mview.database.Database;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** The rows of the registry that hold what was measured of refreshes. */
final class RunRows {
  private final Database database;

  RunRows(Database database) {
    this.database = database;
  }

  void insert(long id, RefreshRun run) throws SQLException {
    RefreshRun.Options options = run.options();
    database.run(
        """
        INSERT INTO "mview$run" (id, schema_name, view_names, master_names, view_count, method, \
        push_deferred, after_errors, purge_option, parallelism, heap_size, is_atomic, is_nested, \
        is_out_of_place, failures, start_time, end_time, seconds) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        id,
        database.home(),
        names(run.views()),
        names(run.masters()),
        run.views().size(),
        options.method().isEmpty() ? null : options.method(),
        options.pushDeferred(),
        options.afterErrors(),
        options.purgeOption(),
        options.parallelism(),
        options.heapSize(),
        options.atomic(),
        options.nested(),
        options.outOfPlace(),
        run.failures(),
        Moments.exact(run.start()),
        end(run.start(), run.seconds()),
        run.seconds());
    for (RefreshRun.OfView view : run.refreshed()) {
      insert(id, view);
    }
  }

  private static String names(List<QualifiedName> names) {
    return names.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
  }

  private static String end(Instant start, double seconds) {
    return Moments.exact(start.plus(Duration.ofNanos((long) (seconds * 1e9))));
  }

  private void insert(long run, RefreshRun.OfView measured) throws SQLException {
    long view = measured.view().id();
    database.run(
        """
        INSERT INTO "mview$run_view" (run_id, view_id, method, start_time, end_time, seconds, \
        rows_before, rows_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        run,
        view,
        measured.method(),
        Moments.exact(measured.start()),
        end(measured.start(), measured.seconds()),
        measured.seconds(),
        measured.rowsBefore().orElse(null),
        measured.rowsAfter().orElse(null));
    for (int i = 0; i < measured.changes().size(); i++) {
      insert(run, view, i, measured.changes().get(i));
    }
    for (int i = 0; i < measured.statements().size(); i++) {
      database.run(
          """
          INSERT INTO "mview$run_statement" (run_id, view_id, position, statement_text, seconds) \
          VALUES (?, ?, ?, ?, ?)""",
          run,
          view,
          i + 1,
          measured.statements().get(i).sql(),
          measured.statements().get(i).seconds());
    }
  }

  private void insert(long run, long view, int position, RefreshRun.OfMaster change)
      throws SQLException {
    database.run(
        """
        INSERT INTO "mview$run_change" (run_id, view_id, position, schema_name, name, inserted, \
        updated, deleted, master_rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        run,
        view,
        position,
        change.master().schema().map(Identifier::text).orElse(""),
        change.master().name().text(),
        change.inserted(),
        change.updated().orElse(null),
        change.deleted(),
        change.rows());
  }

  /**
   * Takes out what belongs to no view any more.
   *
   * @param before calls that have refreshed nothing go if they have ended before this time
   */
  void sweep(String before) throws SQLException {
    database.run(
        "DELETE FROM \"mview$run_view\" WHERE view_id NOT IN (SELECT id FROM \"mview$view\")");
    for (String part : List.of("mview$run_change", "mview$run_statement")) {
      database.run(
          """
          DELETE FROM "%1$s" WHERE NOT EXISTS (SELECT 1 FROM "mview$run_view" AS v \
          WHERE v.run_id = "%1$s".run_id AND v.view_id = "%1$s".view_id)"""
              .formatted(part));
    }
    database.run(
        """
        DELETE FROM "mview$run" WHERE (failures = 0 OR end_time < ?) AND NOT EXISTS (\
        SELECT 1 FROM "mview$run_view" AS v WHERE v.run_id = "mview$run".id)""",
        before);
  }
}
