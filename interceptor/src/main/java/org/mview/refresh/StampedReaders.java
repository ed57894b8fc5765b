package org.mview.refresh;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.lowering.Places;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/**
 * For a database with many writers. A row of a log has no number before it is read: the order of
 * numbers would not be that of the commits, and a row that is committed late would be passed over.
 *
 * <p>The statement that reads a log for a view takes out exactly the rows that it sees, if the log
 * has one reader; if it has several, it stamps them with the next number, which is the reader's
 * position from then on. What all readers have passed is deleted. Who reads a log has its row of
 * the registry locked, so numbers are given one after the other.
 */
final class StampedReaders implements Readers {
  private final Database database;
  private final Registrations registrations;

  StampedReaders(Database database) {
    this.database = database;
    this.registrations = new Registrations(database);
  }

  @Override
  public Optional<Places.Moment> moment(
      View view, Map<Long, LogState> pending, Catalog catalog, QualifiedName stages) {
    List<String> conditions = new ArrayList<>();
    for (LogEntry entry : catalog.logsOf(view)) {
      LogState state = pending.get(entry.log().id());
      if (state == null || state.insertsOnly()) {
        conditions.add(noRows(view, entry, catalog, state == null ? "" : "\"SIGN$$\" < 0"));
      }
    }
    Expression guard =
        conditions.isEmpty() ? Places.Moment.SURE : Fragment.text(String.join(" AND ", conditions));
    return moment(view, catalog, guard, stages);
  }

  @Override
  public Optional<Places.Moment> completely(View view, Catalog catalog, QualifiedName stages) {
    return moment(view, catalog, Places.Moment.SURE, stages);
  }

  private Optional<Places.Moment> moment(
      View view, Catalog catalog, Expression guard, QualifiedName stages) {
    List<LogEntry> logs = catalog.logsOf(view);
    List<String> consumption = new ArrayList<>();
    if (database.dialect().clauses().atOnce().isEmpty()) {
      return Optional.of(gathered(view, catalog, guard, stages));
    }
    for (LogEntry entry : logs) {
      consumption.addAll(consumption(view, entry.log(), catalog.isExclusive(entry)));
    }
    return Optional.of(new Places.Moment(guard, consumption, Optional.empty()));
  }

  /** Where one statement cannot read and take out: the rows are taken out by their ids. */
  private Places.Moment gathered(
      View view, Catalog catalog, Expression guard, QualifiedName stages) {
    QualifiedName table = stages.sibling(stages.name().text() + "gathered");
    List<Query> ids = new ArrayList<>();
    List<String> consumption = new ArrayList<>();
    List<LogEntry> logs = catalog.logsOf(view);
    for (int i = 0; i < logs.size(); i++) {
      ChangeLog log = logs.get(i).log();
      boolean exclusive = catalog.isExclusive(logs.get(i));
      ids.add(new Query.Verbatim(unread(log, exclusive)));
      consumption.addAll(
          new GatheredIds(
                  database.name(table),
                  database.dialect().quoted(Places.Gathering.idColumn(i).text()),
                  table(log),
                  database.dialect())
              .taken(exclusive ? Optional.empty() : Optional.of(position(view, log))));
    }
    return new Places.Moment(
        guard,
        consumption,
        Optional.of(new Places.Gathering(table, ids, NamedTables.of(view, catalog, database))));
  }

  /** The ids of the rows that a reader has not seen, to be taken out or stamped. */
  private String unread(ChangeLog log, boolean exclusive) {
    return "SELECT %s FROM %s WHERE %s%s"
        .formatted(
            database.dialect().clauses().taken().orElseThrow().id(),
            table(log),
            exclusive ? "" : "\"SEQUENCE$$\" IS NULL AND ",
            Statement.AtOnce.HOLDS.pieces().get(0));
  }

  /** The next number becomes the reader's position, and then that of the rows. */
  private GatheredIds.Position position(View view, ChangeLog log) {
    String reader = "log_id = %s AND view_id = %s".formatted(log.id(), view.id());
    return new GatheredIds.Position(
        "UPDATE \"mview$reader\" SET position = %s WHERE %s".formatted(nextNumber(log), reader),
        "(SELECT position FROM \"mview$reader\" WHERE %s)".formatted(reader));
  }

  /**
   * A condition: that a log has no row that the view has not seen, and that fulfils another one.
   */
  private String noRows(View view, LogEntry entry, Catalog catalog, String condition) {
    List<String> conditions = new ArrayList<>();
    if (!catalog.isExclusive(entry)) {
      conditions.add(database.text(Probe.unseen(view, entry.log(), database)));
    }
    if (!condition.isEmpty()) {
      conditions.add(condition);
    }
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return "NOT EXISTS (SELECT 1 FROM %s AS \"log\"%s)".formatted(table(entry.log()), where);
  }

  private List<String> consumption(View view, ChangeLog log, boolean exclusive) {
    String holds = Statement.AtOnce.HOLDS.pieces().get(0);
    if (exclusive) {
      return List.of("DELETE FROM %s WHERE %s".formatted(table(log), holds));
    }
    String number = nextNumber(log);
    return List.of(
        "UPDATE %s SET \"SEQUENCE$$\" = %s WHERE \"SEQUENCE$$\" IS NULL AND %s"
            .formatted(table(log), number, holds),
        "UPDATE \"mview$reader\" SET position = %s WHERE log_id = %s AND view_id = %s AND %s"
            .formatted(number, log.id(), view.id(), holds));
  }

  /** Greater than any that was ever given: readers that went may have left greater ones. */
  private String nextNumber(ChangeLog log) {
    String number =
        """
        (1 + GREATEST((SELECT COALESCE(MAX(position), 0) FROM "mview$reader" \
        WHERE log_id = %s), (SELECT COALESCE(MAX("SEQUENCE$$"), 0) FROM %s)))"""
            .formatted(log.id(), table(log));
    return database.dialect().can(Capability.READS_WHAT_IT_CHANGES)
        ? number
        : "(SELECT n FROM (SELECT %s AS n LIMIT 1) AS d)".formatted(number);
  }

  /** Logs first, as at a commit. */
  @Override
  public void lock(Collection<View> views, Collection<LogEntry> logs) throws SQLException {
    lock("mview$log", logs.stream().map(entry -> entry.log().id()));
    lock("mview$view", views.stream().map(View::id));
  }

  private void lock(String table, Stream<Long> ids) throws SQLException {
    Set<Long> all = ids.collect(Collectors.toCollection(TreeSet::new));
    if (all.isEmpty()) {
      return;
    }
    Optional<String> claim =
        database.dialect().transactions().locks().flatMap(locks -> locks.claim(table, all));
    if (claim.isPresent()) {
      database.run(claim.get());
    } else {
      String list = all.stream().map(Object::toString).collect(Collectors.joining(", "));
      database.read(
          "SELECT id FROM \"%s\" WHERE id IN (%s) ORDER BY id FOR UPDATE".formatted(table, list),
          row -> row.getLong(1));
      new Turns(database).take(all);
    }
  }

  @Override
  public void subscribe(View view, ChangeLog log) throws SQLException {
    lock("mview$log", Stream.of(log.id()));
    registrations.remove(view.id(), log);
    if (registrations.count(log) == 0) {
      database.run("DELETE FROM " + table(log));
      insert(view, log, "0");
      return;
    }
    String number = nextNumber(log);
    insert(view, log, number);
    database.run(
        """
        UPDATE %s SET "SEQUENCE$$" = (SELECT position FROM "mview$reader" \
        WHERE log_id = %s AND view_id = %s) WHERE "SEQUENCE$$" IS NULL"""
            .formatted(table(log), log.id(), view.id()));
  }

  private void insert(View view, ChangeLog log, String position) throws SQLException {
    database.run(
        "INSERT INTO \"mview$reader\" (log_id, view_id, position) VALUES (?, ?, %s)"
            .formatted(position),
        log.id(),
        view.id());
  }

  @Override
  public void unsubscribe(long view, ChangeLog log) throws SQLException {
    lock("mview$log", Stream.of(log.id()));
    registrations.remove(view, log);
    registrations.purge(log);
  }

  /** What was seen is taken out already of a log with one reader. */
  @Override
  public long purgeUnread(ChangeLog log) throws SQLException {
    return registrations.purgeUnread(log);
  }

  @Override
  public void seenBy(Set<Long> views, Set<Long> logs, Catalog catalog, SessionValue session)
      throws SQLException {
    for (Long id : logs) {
      if (!catalog.isExclusive(catalog.log(id))) {
        registrations.purge(catalog.log(id).log());
      }
    }
  }

  private String table(ChangeLog log) {
    return database.name(log.table());
  }
}
