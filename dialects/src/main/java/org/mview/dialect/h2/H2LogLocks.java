package org.mview.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mview.dialect.LogLocks;

/** What is pending is found out without a lock, and the rows are locked as they are read. */
final class H2LogLocks implements LogLocks {
  private static final String SEES =
      """
      (SELECT s.ISOLATION_LEVEL = 'READ COMMITTED' FROM INFORMATION_SCHEMA.SESSIONS AS s \
      WHERE s.SESSION_ID = SESSION_ID())""";

  private static final String LOCKED =
      "(SELECT TRUE, l.id, CAST(NULL AS BIGINT) FROM %s AS l WHERE l.id IN (%s) ORDER BY l.id FOR UPDATE)";

  @Override
  public String text(List<Group> groups, String number) {
    List<String> pending = new ArrayList<>();
    pending.add("SELECT 0 AS id"); // which none has
    groups.forEach(group -> pending.add(pending(group)));
    String all = String.join(" UNION ALL ", pending);
    return "(SELECT %s AS sees, CAST(NULL AS BIGINT) AS id, (%s) AS number) UNION ALL %s UNION ALL %s"
        .formatted(
            SEES,
            number,
            LOCKED.formatted("\"mview$log\"", all),
            LOCKED.formatted("\"mview$view\"", all));
  }

  private static String pending(Group group) {
    return "SELECT g.id FROM (VALUES %s) AS g (id) WHERE %s AND (%s)"
        .formatted(
            group.ids().stream().map("(%s)"::formatted).collect(Collectors.joining(", ")),
            SEES,
            String.join(" OR ", group.pending()));
  }
}
