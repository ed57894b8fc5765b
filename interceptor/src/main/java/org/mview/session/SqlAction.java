package org.mview.session;

import java.sql.SQLException;

/** A call of the real driver that answers nothing. */
@FunctionalInterface
public interface SqlAction {
  /** Makes the call. */
  void run() throws SQLException;
}
