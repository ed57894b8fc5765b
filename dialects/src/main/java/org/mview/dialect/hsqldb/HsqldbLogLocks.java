package org.mview.dialect.hsqldb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.dialect.LogLocks;

/** What is pending is found out without a lock; then the rows are locked by changing nothing. */
final class HsqldbLogLocks implements LogLocks {
  private static final String SEES = "(ISOLATION_LEVEL() = 'READ COMMITTED')";

  @Override
  public String text(List<Group> groups, String number) {
    List<String> rows = new ArrayList<>();
    rows.add(
        "SELECT %s AS sees, CAST(NULL AS BIGINT) AS id, CAST((%s) AS BIGINT) AS number FROM (VALUES (0))"
            .formatted(SEES, number));
    groups.forEach(group -> rows.add(pending(group)));
    return String.join(" UNION ALL ", rows);
  }

  private static String pending(Group group) {
    return "SELECT TRUE, g.id, CAST(NULL AS BIGINT) FROM (VALUES %s) AS g (id) WHERE %s AND (%s)"
        .formatted(
            group.ids().stream()
                .map("(CAST(%s AS BIGINT))"::formatted)
                .collect(Collectors.joining(", ")),
            SEES,
            String.join(" OR ", group.pending()));
  }

  /** SELECT … FOR UPDATE locks nothing on HSQLDB. */
  @Override
  public Optional<String> claim(String table, Collection<Long> ids) {
    return Optional.of(
        "UPDATE \"%s\" SET id = id WHERE id IN (%s)"
            .formatted(
                table, ids.stream().map(Object::toString).collect(Collectors.joining(", "))));
  }

  @Override
  public boolean onlyFinds() {
    return true;
  }
}
