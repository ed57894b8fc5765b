package org.mview.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mview.dialect.LogLocks;

/**
 * What is pending is found out without a lock, and then joined with the rows to lock, in the order
 * of their ids.
 *
 * <p>A transaction that keeps its snapshot can refresh all the same, as what it reads to insert it
 * is read as it is now, and locked. Others who write the same tables then wait for it, or it fails
 * with a deadlock: so that is done only where a commit is to fail when a constraint is violated.
 *
 * @param locks a condition: whether a statement that inserts what it reads locks it
 * @param sees a condition: whether each statement of the transaction sees what others have
 *     committed
 */
record MysqlLogLocks(String sees, String locks) implements LogLocks {
  private static final String LOCKED =
      """
      (SELECT TRUE, l.id, NULL FROM (%s) AS p STRAIGHT_JOIN %s AS l FORCE INDEX (PRIMARY) \
      ON l.id = p.id FOR UPDATE)""";

  @Override
  public String text(List<Group> groups, String number) {
    List<String> pending = new ArrayList<>();
    pending.add("SELECT 0 AS id"); // which none has
    groups.forEach(group -> pending.add(pending(group)));
    String all =
        String.join(" UNION ALL ", pending)
            + " ORDER BY id LIMIT 1000000"; // an order without a limit is left out
    return "(SELECT %s AS sees, NULL AS id, (%s) AS number) UNION ALL %s UNION ALL %s"
        .formatted(
            sees,
            number,
            LOCKED.formatted(all, "\"mview$log\""),
            LOCKED.formatted(all, "\"mview$view\""));
  }

  private String pending(Group group) {
    return "SELECT id FROM (%s) AS g WHERE %s AND (%s)"
        .formatted(
            group.ids().stream()
                .map("SELECT %s AS id"::formatted)
                .collect(Collectors.joining(" UNION ALL ")),
            group.constrained() ? "(%s OR %s)".formatted(sees, locks) : sees,
            String.join(" OR ", group.pending()));
  }
}
