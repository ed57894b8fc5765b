package org.mview.session;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from that are like the one of a session. */
@FunctionalInterface
public interface Siblings {
  /** Opens one of the real driver; from any thread. */
  Connection open() throws SQLException;
}
