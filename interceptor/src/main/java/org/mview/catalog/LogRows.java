package org.mview.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.capture.ChangeLog;
import org.mview.database.Database;
import org.mview.dialect.SystemCatalog;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** The logs that there are, with their columns. */
public final class LogRows {
  private static final String ALL =
      "SELECT id, schema_name, master, name, options, automatic, %s, merging, %s, uniques FROM \"mview$log\"";

  private final Database database;
  private final Registry registry;
  private final SystemCatalog system;

  LogRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
    this.system = database.dialect().catalog();
  }

  /** All of them, with their columns. */
  public List<LogEntry> all() throws SQLException {
    Map<Long, List<Identifier>> columns = new HashMap<>();
    Map<Long, List<Identifier>> listed = new HashMap<>();
    database.read(
        "SELECT log_id, name, listed FROM \"mview$log_column\" ORDER BY log_id, position",
        row -> {
          Identifier name = Identifier.of(row.getString(2));
          columns.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(name);
          if (row.getBoolean(3)) {
            listed.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(name);
          }
          return name;
        });
    boolean marks = registry.schemaVersion() >= RegistryTables.WITH_MARKS;
    Set<Long> knowing = new HashSet<>();
    List<LogEntry> all =
        database.read(
            ALL.formatted(system.intact(), system.marking()),
            row -> {
              if (!row.getString(10).isEmpty()) {
                knowing.add(row.getLong(1));
              }
              return log(row, columns, listed, marks);
            });
    return knowing.isEmpty() || !registry.parts().exist() ? all : withoutMoved(all);
  }

  /** Those whose masters have other parts than they know are not intact. */
  private List<LogEntry> withoutMoved(List<LogEntry> all) throws SQLException {
    Set<Long> moved = registry.parts().moved();
    return all.stream()
        .map(entry -> moved.contains(entry.log().id()) ? entry.withLoss() : entry)
        .toList();
  }

  private static LogEntry log(
      ResultSet row,
      Map<Long, List<Identifier>> columns,
      Map<Long, List<Identifier>> listed,
      boolean marks)
      throws SQLException {
    long id = row.getLong(1);
    boolean merging = row.getBoolean(8);
    String schema = row.getString(2);
    ChangeLog log =
        new ChangeLog(
            id,
            QualifiedName.of(schema, row.getString(3)),
            QualifiedName.of(schema, row.getString(4)),
            columns.getOrDefault(id, List.of()));
    return new LogEntry(
        log,
        options(row.getString(5)),
        listed.getOrDefault(id, List.of()),
        row.getBoolean(6),
        row.getBoolean(7) && (marks || !merging),
        merging,
        row.getBoolean(9));
  }

  private static Set<LogEntry.Option> options(String names) {
    Set<LogEntry.Option> options = EnumSet.noneOf(LogEntry.Option.class);
    for (String name : names.isEmpty() ? new String[0] : names.split(",")) {
      options.add(LogEntry.Option.valueOf(name));
    }
    return options;
  }

  /** Enters a log. */
  public void add(LogEntry entry) throws SQLException {
    ChangeLog log = entry.log();
    database.run(
        """
        INSERT INTO "mview$log" (id, schema_name, master, name, options, automatic, triggers, \
        uniques, merging) VALUES (?, ?, ?, ?, ?, ?, 0, '', ?)""",
        log.id(),
        log.master().schema().map(Identifier::text).orElse(""),
        log.master().name().text(),
        log.table().name().text(),
        entry.options().stream().map(Enum::name).collect(Collectors.joining(",")),
        entry.automatic(),
        entry.merging());
    addColumns(entry);
    registry.changed();
  }

  /**
   * A log was given its triggers, for the unique indexes of its master: enters both.
   *
   * @param merging whether the triggers merge what changes into the views that read the log
   */
  public void captured(ChangeLog log, boolean merging) throws SQLException {
    database.run(
        """
        UPDATE "mview$log" SET triggers = %s, uniques = %s, merging = ? WHERE id = ?"""
            .formatted(system.triggers(), system.uniques()),
        merging,
        log.id());
    registry.parts().captured(log);
    registry.changed();
  }

  /**
   * The triggers of a log are about to be made anew, to merge or to merge no more: until that is
   * {@linkplain #captured entered} it is not intact.
   */
  public void changing(ChangeLog log) throws SQLException {
    database.run("UPDATE \"mview$log\" SET triggers = -1, merging = TRUE WHERE id = ?", log.id());
    registry.changed();
  }

  /**
   * Whether its master may hold other rows since its triggers were made, of which none has heard.
   */
  public boolean hasMoved(ChangeLog log) throws SQLException {
    if (registry.parts().exist()) {
      return registry.parts().moved().contains(log.id());
    }
    return database
        .readOne(
            "SELECT 1 FROM \"mview$log\" WHERE id = ? AND " + system.moved(), row -> true, log.id())
        .isPresent();
  }

  /**
   * The ids of the logs whose triggers do not all fire before those of the user. One of theirs that
   * fails may leave its row in the table, and no trigger behind it fires.
   */
  public List<Long> overtaken() throws SQLException {
    return system.overtaken().isEmpty()
        ? List.of()
        : database.read(system.overtaken().get(), row -> row.getLong(1));
  }

  /** Enters that a log holds other columns than before. */
  public void update(LogEntry entry) throws SQLException {
    database.run("DELETE FROM \"mview$log_column\" WHERE log_id = ?", entry.log().id());
    database.run(
        "UPDATE \"mview$log\" SET options = ?, automatic = ? WHERE id = ?",
        entry.options().stream().map(Enum::name).collect(Collectors.joining(",")),
        entry.automatic(),
        entry.log().id());
    addColumns(entry);
    registry.changed();
  }

  private void addColumns(LogEntry entry) throws SQLException {
    List<Identifier> columns = entry.log().columns();
    for (int i = 0; i < columns.size(); i++) {
      database.run(
          """
          INSERT INTO "mview$log_column" (log_id, position, name, listed) VALUES (?, ?, ?, ?)""",
          entry.log().id(),
          i,
          columns.get(i).text(),
          entry.listed().contains(columns.get(i)));
    }
  }

  /** Takes a log out. */
  public void remove(LogEntry entry) throws SQLException {
    long id = entry.log().id();
    database.run("DELETE FROM \"mview$log\" WHERE id = ?", id);
    database.run("DELETE FROM \"mview$log_column\" WHERE log_id = ?", id);
    database.run("DELETE FROM \"mview$reader\" WHERE log_id = ?", id);
    registry.changed();
  }

  /** The ids of the views that read a log; first that which was refreshed longest ago. */
  public List<Long> oldestReaders(LogEntry entry) throws SQLException {
    return database.read(
        """
        SELECT r.view_id FROM "mview$reader" AS r JOIN "mview$view" AS v ON v.id = r.view_id \
        WHERE r.log_id = ? ORDER BY v.last_date, v.id""",
        row -> row.getLong(1),
        entry.log().id());
  }

  /** A log has been purged of rows that no view needs. */
  public void purged(LogEntry entry, Instant when, long rows) throws SQLException {
    database.run(
        "UPDATE \"mview$log\" SET last_purge = ?, purged = ? WHERE id = ?",
        Moments.text(when),
        rows,
        entry.log().id());
  }
}
