package org.mview.dialect.duckdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.dialect.LogLocks;

/**
 * Nobody waits for anybody: who refreshes from a log counts up a number that is the log's, and of
 * two transactions that do so beside each other the second one fails.
 *
 * <p>An update of a row to what it was before would be no conflict, as DuckDB leaves it out.
 */
final class DuckdbLogLocks implements LogLocks {
  static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS "mview$claim" (name VARCHAR, part INTEGER, times BIGINT, \
      PRIMARY KEY (name, part))""";

  private static final String CLAIM =
      """
      INSERT INTO "mview$claim" AS c (name, part, times) SELECT CAST(id AS VARCHAR), -1, 1 FROM (%s) \
      AS claimed ON CONFLICT (name, part) DO UPDATE SET times = c.times + 1""";

  @Override
  public String text(List<Group> groups, String number) {
    List<String> pending = new ArrayList<>();
    pending.add("SELECT 0 AS id WHERE FALSE");
    groups.forEach(group -> pending.add(pending(group)));
    return """
    WITH pending AS MATERIALIZED (SELECT DISTINCT id FROM (%s) AS p), claimed AS (%s RETURNING 1) \
    SELECT TRUE AS sees, CAST(NULL AS BIGINT) AS id, (%s) AS number \
    UNION ALL SELECT TRUE, id, NULL FROM pending WHERE (SELECT COUNT(*) FROM claimed) >= 0\
    """
        .formatted(
            String.join(" UNION ALL ", pending), CLAIM.formatted("SELECT id FROM pending"), number);
  }

  @Override
  public Optional<String> claim(String table, Collection<Long> ids) {
    String rows = ids.stream().map("(%s)"::formatted).collect(Collectors.joining(", "));
    return Optional.of(CLAIM.formatted("SELECT id FROM (VALUES %s) AS v (id)".formatted(rows)));
  }

  private static String pending(Group group) {
    return "SELECT g.id FROM (VALUES %s) AS g (id) WHERE (%s)"
        .formatted(
            group.ids().stream().map("(%s)"::formatted).collect(Collectors.joining(", ")),
            String.join(" OR ", group.pending()));
  }
}
