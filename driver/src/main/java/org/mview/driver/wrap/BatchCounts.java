package org.mview.driver.wrap;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.stream.LongStream;

/** The update counts of a batch that runs piece by piece. */
final class BatchCounts {
  private final LongStream.Builder counts = LongStream.builder();

  void add(long... more) {
    for (long count : more) {
      counts.add(count);
    }
  }

  long[] all() {
    return counts.build().toArray();
  }

  /** A failure after these counts, and after its own when the driver ran several texts at once. */
  BatchUpdateException before(SQLException failure) {
    if (failure instanceof BatchUpdateException batch) {
      add(batch.getLargeUpdateCounts());
    }
    BatchUpdateException failed =
        new BatchUpdateException(
            failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), all(), failure);
    failed.setNextException(failure);
    return failed;
  }
}
