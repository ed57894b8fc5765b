package org.mview.concurrency;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What has happened, and how often. */
final class Tally {
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private final long start = System.nanoTime();

  void add(String what) {
    counts.computeIfAbsent(what, w -> new LongAdder()).increment();
  }

  /**
   * An error after which an application begins its transaction once more.
   *
   * @throws SQLException the error itself, if there is no reason for it
   */
  void again(SQLException error) throws SQLException {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (isToBeExpected(String.valueOf(sql.getSQLState())) || isConflict(sql))) {
        add("error " + sql.getSQLState());
        return;
      }
    }
    throw error;
  }

  /** DuckDB knows no states: a conflict of transactions, or about a key. */
  private static boolean isConflict(SQLException error) {
    String message = String.valueOf(error.getMessage());
    return message.startsWith("TransactionContext Error: ")
        || message.startsWith("Constraint Error: Duplicate key \"id: ");
  }

  /** Deadlocks and changes by others; connections that were killed; TRUNCATE too late. */
  private static boolean isToBeExpected(String state) {
    return state.equals("40001")
        || state.equals("40P01")
        || state.startsWith("08")
        || state.equals("57P01")
        || state.equals("70100")
        || state.equals("57014") // H2: cancelled
        || state.equals("90131") // H2: a MERGE beside another one
        || state.equals("HYT00") // H2: waited too long for a lock
        || state.equals("HY000") // H2: waited for one that is being rolled back (50000)
        || state.equals("0A000");
  }

  long of(String what) {
    LongAdder count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  /** Commits a second, with everything that has been counted. */
  @Override
  public String toString() {
    double seconds = (System.nanoTime() - start) / 1e9;
    return "%s, %d commits/s".formatted(counts, Math.round(of(Writer.COMMITS) / seconds));
  }
}
