package org.mview.session;

import java.sql.SQLException;
import org.mview.catalog.Job;

/** A job that runs, and that other threads may stop; what its session does next is not hit. */
final class RunningJob {
  private final Job job;
  private final LiveSession session;
  private boolean stopped;
  private boolean over;

  RunningJob(Job job, LiveSession session) {
    this.job = job;
    this.session = session;
  }

  boolean isOf(Job other) {
    return job.id() == other.id();
  }

  /** Cancels the statement that it runs; between two of them nothing happens. */
  synchronized void stop() throws SQLException {
    if (!over) {
      stopped = true;
      session.cancel();
    }
  }

  /**
   * It has ended, well or not: from here on nobody stops it. Waits for who is about to.
   *
   * @return whether somebody has
   */
  synchronized boolean end() {
    over = true;
    return stopped;
  }
}
