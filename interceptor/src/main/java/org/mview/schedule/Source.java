package org.mview.schedule;

import java.sql.SQLException;
import org.mview.session.JobSession;

/** Where a worker has its sessions from. */
@FunctionalInterface
public interface Source {
  /** Opens a session, which the worker closes. */
  JobSession open() throws SQLException;
}
