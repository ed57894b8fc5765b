package org.mview.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of a database's functions. */
@FunctionalInterface
public interface Functions {
  /** What kind of a function it is. */
  enum Kind {
    /** The same value for the same arguments, always. */
    SCALAR,
    /** Of a group of rows. */
    AGGREGATE,
    /** Another value at another time, or in another session. */
    VOLATILE,
    /** Nothing is known of it. */
    UNKNOWN
  }

  /**
   * The kind of a function.
   *
   * @param name in lower case
   * @param arguments their texts
   */
  Kind kind(Connection connection, String name, List<String> arguments) throws SQLException;

  /**
   * Why a query may give other rows in another session, or at another time, beyond what is known of
   * the functions by their names; empty when it gives the same always.
   *
   * @param query which the database takes
   */
  default Optional<String> unstable(Connection connection, String query) throws SQLException {
    return Optional.empty();
  }

  /**
   * Whether a query, which the database takes, means the same in a trigger, where names may be
   * looked for elsewhere. If not, the transaction may have to be rolled back to a savepoint.
   *
   * @param statements what the trigger is to run; they are not run
   * @throws SQLException also when the database does not take one of the statements there
   */
  default boolean meansTheSameInTriggers(
      Connection connection, String query, List<String> statements) throws SQLException {
    return true;
  }

  /**
   * Words that, without parentheses, are another value at another time or in another session, in
   * lower case; and what makes a query read other rows each time.
   */
  default Set<String> ofTheMoment() {
    return Set.of("current_date", "current_time", "current_timestamp");
  }

  /**
   * Procedures made by users that may commit, and cannot be called inside a transaction of ours, in
   * lower case.
   */
  default Set<String> committing(Connection connection) throws SQLException {
    return Set.of();
  }

  /** Words of a block without a name that commits, and cannot be run inside one, in lower case. */
  default Set<String> ofCommits() {
    return Set.of();
  }

  /** Those made by users that may change rows of any table, in lower case. */
  default Set<String> changingRows(Connection connection) throws SQLException {
    return Set.of();
  }
}
