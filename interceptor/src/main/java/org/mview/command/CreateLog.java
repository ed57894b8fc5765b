package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_EXISTS;
import static org.mview.error.MViewError.PRIMARY_KEY_MISSING;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.catalog.LogEntry.Option;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.statement.CreateMaterializedViewLog;
import org.mview.statement.LogContents;
import org.mview.statement.LogPurge;

/**
 * CREATE MATERIALIZED VIEW LOG. What the clauses ask to record is what the dictionary shows; the
 * log holds the images of the rows, as far as a view or the author wants their columns.
 */
final class CreateLog {
  private final CreateMaterializedViewLog command;
  private final Work work;

  CreateLog(CreateMaterializedViewLog command, Work work) {
    this.command = command;
    this.work = work;
  }

  void run() throws SQLException {
    TableStorage storage = TableStorage.of(command.storage(), work);
    if (command.purge() instanceof LogPurge.Scheduled scheduled) {
      PurgeSchedule.check(work, scheduled);
    }
    Set<Option> options = options(command.contents());
    TableInfo master = LoggedTable.of(command.master(), work).info(work);
    work.registry().createIfMissing();
    Optional<LogEntry> known = work.catalog().log(master.name());
    List<Identifier> listed = LoggedTable.columns(master, command.contents().columns());
    if (options.contains(Option.PRIMARY_KEY) && master.primaryKey().isEmpty()) {
      throw PRIMARY_KEY_MISSING.of(master.name());
    }
    Set<Identifier> columns = new LinkedHashSet<>();
    if (options.contains(Option.PRIMARY_KEY)) {
      columns.addAll(master.primaryKey());
    }
    columns.addAll(listed);
    if (known.isPresent() && known.get().automatic()) {
      work.logs().adopt(known.get(), columns, options, listed);
      storage.apply(known.get().log().table());
      schedulePurge(known.get());
    } else if (known.isEmpty()) {
      LogEntry made =
          work.logs().create(master.name(), List.copyOf(columns), options, listed, false);
      storage.apply(made.log().table());
      schedulePurge(made);
    } else if (command.ifNotExists()) {
      work.warnings().add("table %s already has a log".formatted(master.name()), 12000);
    } else {
      throw CHANGE_LOG_EXISTS.of(master.name());
    }
  }

  private void schedulePurge(LogEntry log) throws SQLException {
    if (command.purge() instanceof LogPurge.Scheduled scheduled) {
      new PurgeSchedule(work, log).set(scheduled);
    }
  }

  private static Set<Option> options(LogContents contents) {
    Set<Option> options = EnumSet.noneOf(Option.class);
    if (contents.recordsPrimaryKey()) {
      options.add(Option.PRIMARY_KEY);
    }
    if (contents.recordsNewValues()) {
      options.add(Option.NEW_VALUES);
    }
    contents.items().forEach(item -> options.add(LoggedTable.option(item)));
    return options;
  }
}
