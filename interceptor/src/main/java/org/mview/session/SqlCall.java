package org.mview.session;

import java.sql.SQLException;

/** A call of the real driver, whose result the application gets. */
@FunctionalInterface
public interface SqlCall<T> {
  /** Makes the call. */
  T run() throws SQLException;
}
