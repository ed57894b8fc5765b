package org.mview.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;

/**
 * Whether a connection takes several statements at once. The database may, and its driver not: that
 * of PostgreSQL (42.7.14) mixes their columns up when it is told to have all values in binary form
 * ({@code prepareThreshold=-1}). So it is tried, once, by what goes wrong there.
 */
final class SeveralAtOnce {
  private static final Log LOG = Log.of(Database.class);

  private final Statements statements;
  private final Dialect dialect;

  /** Empty until it is tried. */
  private Optional<Boolean> taken = Optional.empty();

  SeveralAtOnce(Statements statements, Dialect dialect) {
    this.statements = statements;
    this.dialect = dialect;
  }

  /**
   * Answers it, in the transaction that is open.
   *
   * @throws SQLException when the transaction takes no statement at all
   */
  boolean areTaken() throws SQLException {
    if (!dialect.can(Capability.TAKES_SEVERAL)) {
      return false;
    } else if (taken.isEmpty()) {
      taken = Optional.of(tried());
    }
    return taken.get();
  }

  private boolean tried() throws SQLException {
    String attempt = dialect.quoted("mview$several");
    Request<Integer> one = new Request<>("SELECT 1", row -> row.getInt(1));
    Request<Integer> other = new Request<>("SELECT 2, 3", row -> row.getInt(2));
    statements.execute("SAVEPOINT " + attempt);
    try {
      statements.askAtOnce(List.of(one, other));
    } catch (SQLException e) {
      LOG.warn("statements are sent one by one", e);
      statements.execute("ROLLBACK TO SAVEPOINT " + attempt);
    }
    statements.execute("RELEASE SAVEPOINT " + attempt);
    return one.rows().equals(List.of(1)) && other.rows().equals(List.of(3));
  }
}
