package org.mview.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mview.dialect.LogLocks;

/** What is pending is found out first, and then locked, by the parts of one WITH. */
final class PostgresLogLocks implements LogLocks {
  private static final String SEES =
      "current_setting('transaction_isolation') IN ('read committed', 'read uncommitted')";

  @Override
  public String text(List<Group> groups, String number) {
    List<String> pending = new ArrayList<>();
    pending.add("SELECT 0 AS id"); // which none has
    groups.forEach(group -> pending.add(pending(group)));
    return """
    WITH now AS MATERIALIZED (SELECT %s AS sees), pending AS MATERIALIZED (%s), \
    logs AS MATERIALIZED (SELECT id FROM "mview$log" \
    WHERE id IN (SELECT id FROM pending) ORDER BY id FOR UPDATE), \
    views AS MATERIALIZED (SELECT id FROM "mview$view" \
    WHERE id IN (SELECT id FROM pending) ORDER BY id FOR UPDATE) \
    SELECT sees, NULL, (%s) FROM now UNION ALL SELECT TRUE, id, NULL FROM logs \
    UNION ALL SELECT TRUE, id, NULL FROM views\
    """
        .formatted(SEES, String.join(" UNION ALL ", pending), number);
  }

  private static String pending(Group group) {
    return "SELECT id FROM (VALUES %s) AS g (id) WHERE (SELECT sees FROM now) AND (%s)"
        .formatted(
            group.ids().stream().map("(%s)"::formatted).collect(Collectors.joining(", ")),
            String.join(" OR ", group.pending()));
  }
}
