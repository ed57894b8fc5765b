package org.mview.refresh;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;

/**
 * Locks, by one statement, the logs of the views ON COMMIT for which this transaction has changed
 * something, in the order of their ids. Who changes a master later reads the view's other masters
 * with this change, and who changed one before has committed.
 *
 * <p>Logs belong together that a view reads, or a view and one that it reads. All of them are
 * locked if one has rows; others are left alone, so that transactions that concern other views go
 * on beside.
 */
public final class CommitLock {
  private final String sql;

  private CommitLock(String sql) {
    this.sql = sql;
  }

  /** What became of it. */
  public enum Outcome {
    /** Nothing is pending for any view ON COMMIT. */
    NOTHING_PENDING,
    /** The logs are this transaction's own until it ends. */
    LOCKED,
    /** This transaction does not see what others have committed since it began. */
    LATER,
    /** The views, or the logs that they read, are not those that were known. */
    OUTDATED
  }

  /** The lock for these views; empty where only one transaction writes at a time. */
  public static Optional<CommitLock> of(Database database, Catalog catalog, List<View> views) {
    return database
        .dialect()
        .transactions()
        .seesCommitted()
        .map(sees -> new CommitLock(text(sees, database, catalog, views)));
  }

  private static String text(String sees, Database database, Catalog catalog, List<View> views) {
    List<String> logs = new ArrayList<>();
    for (Set<Long> together : together(catalog, views)) {
      String pending =
          together.stream()
              .map(id -> database.name(catalog.log(id).log().table()))
              .map("EXISTS (SELECT 1 FROM %s WHERE \"SEQUENCE$$\" IS NULL)"::formatted)
              .collect(Collectors.joining(" OR "));
      logs.add("(id IN (%s) AND (%s))".formatted(list(together), pending));
    }
    String others =
        list(views.stream().filter(v -> catalog.logsOf(v).isEmpty()).map(View::id).toList());
    return """
        WITH now AS MATERIALIZED (SELECT %1$s AS sees), \
        logs AS MATERIALIZED (SELECT id FROM "mview$log" \
        WHERE (SELECT sees FROM now) AND (%2$s) ORDER BY id FOR UPDATE), \
        views AS MATERIALIZED (SELECT id FROM "mview$view" AS v \
        WHERE (SELECT sees FROM now) AND id IN (%3$s) AND EXISTS (SELECT 1 FROM "mview$touch" AS t \
        WHERE t.view_id = v.id AND t.touched <> 0) ORDER BY id FOR UPDATE) \
        SELECT (SELECT sees FROM now), (SELECT COUNT(*) FROM logs) + (SELECT COUNT(*) FROM views), \
        (%4$s)"""
        .formatted(
            sees, logs.isEmpty() ? "FALSE" : String.join(" OR ", logs), others, Registry.NUMBER);
  }

  private static String list(Iterable<Long> ids) {
    List<String> texts = new ArrayList<>();
    texts.add("0"); // which none has
    ids.forEach(id -> texts.add(id.toString()));
    return String.join(", ", texts);
  }

  /** The ids of the logs, those together that views connect. */
  private static List<Set<Long>> together(Catalog catalog, List<View> views) {
    Map<Long, Set<Long>> groups = new HashMap<>();
    for (View view : views) {
      Set<Long> own = new TreeSet<>();
      catalog.logsOf(view).forEach(log -> own.add(log.log().id()));
      for (View parent : catalog.parents(view)) {
        catalog.logsOf(parent).forEach(log -> own.add(log.log().id()));
      }
      catalog.log(view.container().table()).map(LogEntry::log).ifPresent(log -> own.add(log.id()));
      Set<Long> all = new TreeSet<>(own);
      own.forEach(id -> all.addAll(groups.getOrDefault(id, own)));
      all.forEach(id -> groups.put(id, all));
    }
    return groups.values().stream().distinct().toList();
  }

  /**
   * Takes the lock; waits for those who have it.
   *
   * @param number of the registry, when the views were read
   */
  public Outcome take(Database database, long number) throws SQLException {
    return database
        .readOneOften(
            sql,
            row -> {
              if (!row.getBoolean(1)) {
                return Outcome.LATER;
              } else if (row.getLong(3) != number) {
                return Outcome.OUTDATED;
              }
              return row.getLong(2) == 0 ? Outcome.NOTHING_PENDING : Outcome.LOCKED;
            })
        .orElseThrow();
  }
}
