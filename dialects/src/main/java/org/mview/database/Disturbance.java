package org.mview.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Errors that say something about the moment and nothing about the statement: somebody else holds a
 * lock, the connection is lost, there is no memory. The same statement may succeed the next time.
 */
public final class Disturbance {
  /** Classes of SQLSTATE, of the standard and of PostgreSQL. */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

  /** Of lock time-outs and cancelled statements, elsewhere. */
  private static final Set<String> STATES = Set.of("HYT00", "HYT01", "70100");

  /** Of MySQL and MariaDB, whose state says nothing: lock wait time-out, and statement time-out. */
  private static final Set<Integer> CODES = Set.of(1205, 3024, 1969);

  /**
   * Of Group Replication: a commit is refused, whose state says nothing, or is rolled back; and of
   * MariaDB with {@code innodb_snapshot_isolation}: a row has changed since the snapshot.
   */
  private static final Set<Integer> CODES_OF_CONFLICTS = Set.of(1180, 3101, 1020);

  /** Not serializable, and deadlock; MySQL says the first of either. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

  private static final int CLASS = 2;

  /** How DuckDB, which knows no states, begins to say that two transactions are in conflict. */
  private static final String OF_TRANSACTIONS = "TransactionContext Error: ";

  /** How it says that a statement of the transaction has failed before. */
  private static final String ABORTED = OF_TRANSACTIONS + "Current transaction is aborted";

  private static final String FAILED_BEFORE = "25P02";

  private Disturbance() {}

  /** Whether it says that a statement of the transaction has failed before. */
  public static boolean isFailedBefore(SQLException error) {
    return FAILED_BEFORE.equals(error.getSQLState()) || message(error).startsWith(ABORTED);
  }

  private static String message(SQLException error) {
    return String.valueOf(error.getMessage());
  }

  /** Whether an error is such a one. */
  public static boolean is(SQLException error) {
    String state = error.getSQLState();
    boolean byState =
        state != null
            && state.length() > CLASS
            && (STATES.contains(state) || CLASSES.contains(state.substring(0, CLASS)));
    return byState || CODES.contains(error.getErrorCode()) || isConflict(error);
  }

  /**
   * Whether an error, or what has caused it, says that another transaction was first: this one is
   * rolled back, and may succeed when it is run again.
   */
  public static boolean isConflict(Throwable error) {
    for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e
          && (CODES_OF_CONFLICTS.contains(e.getErrorCode())
              || message(e).startsWith(OF_TRANSACTIONS)
              || (e.getSQLState() != null && CONFLICTS.contains(e.getSQLState())))) {
        return true;
      }
    }
    return false;
  }
}
