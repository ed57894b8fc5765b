package org.mview.crash;

import java.sql.Connection;
import java.sql.SQLException;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;

/**
 * Makes refreshes of a view over the table {@code t} last, and knows when one is in the middle. On
 * a server another connection holds the view; on SQLite, where who reads holds nobody up, the query
 * is long.
 */
sealed interface LongRefresh extends AutoCloseable permits LongQuery, LockedView {
  /** One for a database of this kind. */
  static LongRefresh of(TestDatabase kind, FreshDatabase database) throws SQLException {
    return kind.name().startsWith("sqlite")
        ? new LongQuery(database.connectRaw())
        : new LockedView(database.connectRaw());
  }

  /** From here on refreshes do not end. */
  void begin() throws SQLException;

  /** From here on they do, in some seconds; none is running. */
  void shorten() throws SQLException;

  /** The one that runs may end. */
  void letGo() throws SQLException;

  /** Whether a refresh is in the middle. */
  boolean isRunning() throws SQLException;

  @Override
  void close() throws SQLException;

  /** Some rows of the table, joined with each other by the view. */
  static void fill(Connection raw, int rows) throws SQLException {
    Sql.execute(raw, "DELETE FROM t");
    Sql.execute(
        raw,
        """
        INSERT INTO t WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM c \
        WHERE id < %d) SELECT id FROM c"""
            .formatted(rows));
  }
}
