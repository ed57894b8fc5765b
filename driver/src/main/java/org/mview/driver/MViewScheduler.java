package org.mview.driver;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.schedule.Scheduler;
import org.mview.schedule.Source;

/**
 * Refreshes the views of a database that are due by START WITH and NEXT, until it is closed. As
 * many as like may run, in as many processes: each refresh is run by one of them.
 */
public final class MViewScheduler implements AutoCloseable {
  private final Scheduler scheduler;

  private MViewScheduler(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Starts one, after a look whether the database answers.
   *
   * @param url begins with {@code jdbc:mview:}
   * @param properties ours and the real driver's
   * @param threads how many refreshes it runs at a time, each on a connection of its own
   * @throws SQLException when the database does not answer, or cannot be shared by connections
   */
  public static MViewScheduler start(String url, Properties properties, int threads)
      throws SQLException {
    if (!url.startsWith(ConnectionRequest.PREFIX)) {
      throw translated(
          MViewError.URL_WITHOUT_DRIVER.of(
              ConnectionRequest.scheme(url),
              "one of ours begins with " + ConnectionRequest.PREFIX));
    }
    try {
      ConnectionRequest request = ConnectionRequest.of(url, properties);
      Source source = Schedulers.source(() -> RealDrivers.connect(request), request.options());
      source.open().close();
      return new MViewScheduler(Scheduler.start(source, threads, () -> true));
    } catch (MViewException error) {
      throw translated(error);
    }
  }

  /**
   * Begins no more refreshes, waits for those that run, and stops those that take longer: they are
   * undone, and are due as they were.
   *
   * @param grace how long they may take
   * @return whether all have ended, which they are given some seconds for; if not, the database
   *     undoes one when its connection ends, and another process may run it after a minute
   */
  public boolean close(Duration grace) {
    return scheduler.close(grace);
  }

  /** Begins no more refreshes, and waits for those that run. */
  @Override
  public void close() {
    scheduler.close();
  }
}
