package org.mview.refresh;

import java.sql.ResultSet;
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
import org.mview.database.Request;
import org.mview.dialect.Capability;
import org.mview.dialect.LogLocks;

/**
 * Locks, by one statement, the logs of the views ON COMMIT for which this transaction has changed
 * something, in the order of their ids. Who changes a master later reads the view's other masters
 * with this change, and who changed one before has committed.
 *
 * <p>Logs belong together that a view reads, or a view and one that it reads; a view without logs
 * stands for itself. All of them are locked if one has something pending; others are left alone, so
 * that transactions that concern other views go on beside.
 */
public final class CommitLock {
  private final String sql;

  private final LogLocks locks;

  private CommitLock(String sql, LogLocks locks) {
    this.sql = sql;
    this.locks = locks;
  }

  /** What became of it. */
  public enum Outcome {
    /** Nothing is pending for any view ON COMMIT. */
    NOTHING_PENDING,
    /** Something is this transaction's own until it ends. */
    LOCKED,
    /** This transaction does not see what others have committed since it began. */
    LATER,
    /** The views, or the logs that they read, are not those that were known. */
    OUTDATED
  }

  /**
   * What is locked.
   *
   * @param everything whether nobody else can write at all
   * @param ids of logs, and of views without logs; a number is never that of both
   * @param later whether there is something to be refreshed by another transaction, after this one
   * @param pending what was pending when all this was locked, if that was asked in the same breath
   */
  public record Taken(
      Outcome outcome,
      boolean everything,
      Set<Long> ids,
      boolean later,
      Optional<CommitProbe.Answer> pending) {
    /** Where only one transaction writes at a time. */
    public static final Taken EVERYTHING =
        new Taken(Outcome.LOCKED, true, Set.of(), false, Optional.empty());

    public Taken {
      ids = Set.copyOf(ids);
    }

    /**
     * Whether the view is this transaction's to refresh. Something may be pending meanwhile that
     * was not yet when the lock was asked for, and then it is also pending for others.
     */
    public boolean covers(View view, Catalog catalog) {
      return everything || ids.containsAll(lockable(view, catalog));
    }
  }

  /** The lock for these views; empty where only one transaction writes at a time. */
  public static Optional<CommitLock> of(Database database, Catalog catalog, List<View> views) {
    return database
        .dialect()
        .transactions()
        .locks()
        .map(
            locks ->
                new CommitLock(
                    locks.text(groups(database, catalog, views), Registry.NUMBER), locks));
  }

  private static List<LogLocks.Group> groups(Database database, Catalog catalog, List<View> views) {
    return together(catalog, views).stream()
        .map(
            ids ->
                new LogLocks.Group(
                    ids,
                    ids.stream().map(id -> isPending(id, views, catalog, database)).toList(),
                    views.stream()
                        .filter(view -> !view.constraints().isEmpty())
                        .anyMatch(view -> ids.containsAll(lockable(view, catalog)))))
        .toList();
  }

  private static String isPending(Long id, List<View> views, Catalog catalog, Database database) {
    return Optional.ofNullable(catalog.logsById().get(id))
        .map(
            entry ->
                "EXISTS (SELECT 1 FROM %s WHERE \"SEQUENCE$$\" IS NULL%s)"
                    .formatted(database.name(entry.log().table()), orUnseen(entry, views, catalog)))
        .orElse(
            "EXISTS (SELECT 1 FROM \"mview$touch\" WHERE view_id = %s AND touched <> 0)"
                .formatted(id));
  }

  /**
   * Rows have a number when some reader has seen them. Views ON STATEMENT have so before the
   * commit, for which other views wait; and of a view that is refreshed together with one over it,
   * that one has seen the rows before others do that are over it, too.
   */
  private static String orUnseen(LogEntry log, List<View> views, Catalog catalog) {
    List<View> reading = views.stream().filter(view -> catalog.reads(view, log)).toList();
    String readers =
        reading.stream().map(view -> Long.toString(view.id())).collect(Collectors.joining(", "));
    boolean alike =
        reading.stream().noneMatch(View::isOnStatement)
            || reading.stream().allMatch(View::isOnStatement);
    return reading.isEmpty() || (alike && !isOfView(log, catalog))
        ? ""
        : """
         OR "SEQUENCE$$" > (SELECT MIN(position) FROM "mview$reader" \
        WHERE log_id = %s AND view_id IN (%s))"""
            .formatted(log.log().id(), readers);
  }

  private static boolean isOfView(LogEntry log, Catalog catalog) {
    return catalog.views().values().stream()
        .anyMatch(view -> catalog.log(view.container().table()).filter(log::equals).isPresent());
  }

  /** The ids of logs, and of views without logs, those together that views connect. */
  private static List<Set<Long>> together(Catalog catalog, List<View> views) {
    Map<Long, Set<Long>> groups = new HashMap<>();
    for (View view : views) {
      Set<Long> own = new TreeSet<>(lockable(view, catalog));
      catalog.parents(view).forEach(parent -> own.addAll(lockable(parent, catalog)));
      catalog.log(view.container().table()).map(LogEntry::log).ifPresent(log -> own.add(log.id()));
      Set<Long> all = new TreeSet<>(own);
      own.forEach(id -> all.addAll(groups.getOrDefault(id, own)));
      all.forEach(id -> groups.put(id, all));
    }
    return groups.values().stream().distinct().toList();
  }

  /** The ids of what is locked for a view alone. */
  private static Set<Long> lockable(View view, Catalog catalog) {
    Set<Long> logs =
        catalog.logsOf(view).stream().map(entry -> entry.log().id()).collect(Collectors.toSet());
    return logs.isEmpty() ? Set.of(view.id()) : logs;
  }

  /**
   * Takes the lock; waits for those who have it. Where the database takes several statements at
   * once, the probe goes with it: it is run when the lock has been waited for.
   *
   * @param number of the registry, when the views were read
   */
  public Taken take(Database database, CommitProbe probe, long number) throws SQLException {
    if (!database.dialect().can(Capability.TAKES_SEVERAL)) {
      List<Locked> rows = new ArrayList<>();
      database.readOneOften(sql, row -> rows.add(Locked.of(row)));
      return taken(database, rows, number, Optional.empty());
    }
    Request<Locked> lock = new Request<>(sql, Locked::of);
    Request<CommitProbe.Answer> pending = probe.request();
    database.ask(List.of(lock, pending));
    return taken(database, lock.rows(), number, Optional.of(pending.rows().get(0)));
  }

  /**
   * A row of what the lock answers.
   *
   * @param id of what is locked; 0 where the number of the registry is told
   */
  private record Locked(boolean sees, long id, long number) {
    static Locked of(ResultSet row) throws SQLException {
      return new Locked(row.getBoolean(1), row.getLong(2), row.getLong(3));
    }
  }

  private Taken taken(
      Database database, List<Locked> rows, long number, Optional<CommitProbe.Answer> pending)
      throws SQLException {
    Set<Long> ids = rows.stream().map(Locked::id).filter(id -> id != 0).collect(Collectors.toSet());
    boolean current = rows.stream().anyMatch(row -> row.id() == 0 && row.number() == number);
    boolean sees = rows.get(0).sees();
    lock(database, ids);
    new Turns(database).take(ids);
    return new Taken(outcome(sees, current, ids), false, ids, !sees, pending);
  }

  private void lock(Database database, Set<Long> ids) throws SQLException {
    if (locks.onlyFinds() && !ids.isEmpty()) {
      for (String table : List.of("mview$log", "mview$view")) {
        database.run(locks.claim(table, new TreeSet<>(ids)).orElseThrow());
      }
    }
  }

  private static Outcome outcome(boolean sees, boolean current, Set<Long> ids) {
    if (!sees) {
      return ids.isEmpty() || !current ? Outcome.LATER : Outcome.LOCKED;
    } else if (!current) {
      return Outcome.OUTDATED;
    }
    return ids.isEmpty() ? Outcome.NOTHING_PENDING : Outcome.LOCKED;
  }
}
