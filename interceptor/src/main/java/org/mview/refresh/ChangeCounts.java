package org.mview.refresh;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.RefreshRun.OfMaster;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Counts the rows of the masters of a view that have changed since its last refresh, as far as logs
 * tell of them.
 */
public final class ChangeCounts {
  /** A row that had another image before and is still there has been updated. */
  private static final String BY_KEY =
      """
      SELECT SUM(CASE WHEN signs > 0 THEN 1 ELSE 0 END), \
      SUM(CASE WHEN signs = 0 AND EXISTS (SELECT 1 FROM %s AS m WHERE %s) THEN 1 ELSE 0 END), \
      SUM(CASE WHEN signs < 0 THEN 1 ELSE 0 END) \
      FROM (SELECT %s, SUM("SIGN$$") AS signs FROM %s AS "log"%s GROUP BY %s) AS k""";

  private static final String BY_IMAGE =
      """
      SELECT SUM(CASE WHEN "SIGN$$" > 0 THEN 1 ELSE 0 END), NULL, \
      SUM(CASE WHEN "SIGN$$" < 0 THEN 1 ELSE 0 END) FROM %s AS "log"%s""";

  private final Database database;
  private final Catalog catalog;

  /** Counts in the logs of a catalog. */
  public ChangeCounts(Database database, Catalog catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /** The changes that a view and its inner views have not seen, a master each. */
  public List<OfMaster> of(View view) throws SQLException {
    Map<QualifiedName, OfMaster> counts = new LinkedHashMap<>();
    List<View> parts = Stream.concat(catalog.innerViews(view).stream(), Stream.of(view)).toList();
    for (View part : parts) {
      for (LogEntry entry : catalog.logsOf(part)) {
        QualifiedName master = entry.log().master();
        boolean ofInner = catalog.viewIn(master).filter(View::isInner).isPresent();
        if (!ofInner && !counts.containsKey(master)) {
          counts.put(master, count(part, entry));
        }
      }
    }
    return List.copyOf(counts.values());
  }

  private OfMaster count(View view, LogEntry entry) throws SQLException {
    ChangeLog log = entry.log();
    String unseen =
        catalog.isExclusive(entry)
            ? ""
            : " WHERE " + database.text(Probe.unseen(view, log, database));
    List<String> key = key(log);
    String table = database.name(log.table());
    String query =
        key.isEmpty() ? BY_IMAGE.formatted(table, unseen) : byKey(log, key, table, unseen);
    long rows = database.estimatedRows(log.master());
    return database
        .readOne(query, row -> count(row, log.master(), !key.isEmpty(), rows))
        .orElseThrow();
  }

  private static OfMaster count(ResultSet row, QualifiedName master, boolean byKey, long rows)
      throws SQLException {
    Optional<Long> updated = byKey ? Optional.of(row.getLong(2)) : Optional.empty();
    return new OfMaster(master, row.getLong(1), updated, row.getLong(3), rows);
  }

  private String byKey(ChangeLog log, List<String> key, String table, String unseen) {
    String same =
        key.stream()
            .map(column -> "m.%1$s = k.%1$s".formatted(column))
            .collect(Collectors.joining(" AND "));
    String columns =
        key.stream().map(column -> "\"log\"." + column).collect(Collectors.joining(", "));
    return BY_KEY.formatted(database.name(log.master()), same, columns, table, unseen, columns);
  }

  /** The primary key of the master, if the log holds it; else nothing. */
  private List<String> key(ChangeLog log) throws SQLException {
    List<Identifier> key =
        database.table(log.master()).map(TableInfo::primaryKey).orElse(List.of());
    return log.columns().containsAll(key)
        ? key.stream().map(column -> database.dialect().quoted(column.text())).toList()
        : List.of();
  }
}
