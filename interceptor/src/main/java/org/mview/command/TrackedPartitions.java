package org.mview.command;

import static org.mview.error.MViewError.PARTITIONS_NOT_TRACKED;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.mview.catalog.MasterReference;
import org.mview.catalog.View;
import org.mview.error.MViewException;
import org.mview.sql.QualifiedName;

/**
 * The partitioned tables that a view reads, and that have a log: whatever comes or goes with a
 * partition is in it, so a refresh by partitions is one by the log.
 */
final class TrackedPartitions {
  private TrackedPartitions() {}

  /** Those of a view; none where a call cannot ask for its partitions. */
  static Set<QualifiedName> of(View view, Work work) throws SQLException {
    Set<QualifiedName> tracked = new LinkedHashSet<>();
    for (MasterReference master : view.masters()) {
      if (master.kind().isWatched()
          && work.catalog().log(master.name()).isPresent()
          && work.database().isPartitioned(master.name())) {
        tracked.add(master.name());
      }
    }
    return tracked;
  }

  /**
   * Checks that there are some.
   *
   * @throws MViewException PARTITIONS_NOT_TRACKED, when there are none
   */
  static void check(View view, Work work) throws SQLException {
    if (of(view, work).isEmpty()) {
      throw PARTITIONS_NOT_TRACKED.of(view.name());
    }
  }
}
