package org.mview.statement;

import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.PURGE_CONFLICTS;

import java.util.Optional;

/** Statements about materialized view logs, from behind the word LOG; clauses in any order. */
final class LogParser {
  private final Cursor cursor;
  private final GivenClauses given = new GivenClauses();
  private final LogContentsParser contents;
  private final AlterStorageParser laterStorage;
  private final StorageParser storage;
  private Optional<LogPurge> purge = Optional.empty();

  private LogParser(Cursor cursor) {
    this.cursor = cursor;
    this.contents = new LogContentsParser(cursor, given);
    this.laterStorage = new AlterStorageParser(cursor, given);
    this.storage = new StorageParser(cursor, given);
  }

  /**
   * Behind MATERIALIZED VIEW: whether LOG is the keyword, and not the name of a view.
   *
   * @param create whether the statement is CREATE, where ON PREBUILT TABLE may follow a name
   */
  static boolean isNext(Cursor cursor, boolean create) {
    int place = cursor.place();
    boolean log = cursor.accept("LOG");
    boolean conditional = Names.acceptIfNotExists(cursor) || Names.acceptIfExists(cursor);
    cursor.accept("FORCE");
    boolean view = create && cursor.at("ON", "PREBUILT", "TABLE");
    boolean behind = cursor.at("ON") || conditional;
    cursor.backTo(place);
    return log && behind && !view;
  }

  static Command create(Cursor cursor) {
    cursor.expect("LOG");
    boolean ifNotExists = Names.acceptIfNotExists(cursor);
    cursor.expect("ON");
    ifNotExists |= Names.acceptIfNotExists(cursor);
    QualifiedName master = master(cursor);
    LogParser log = new LogParser(cursor);
    while (!cursor.atEnd()) {
      if (!log.acceptClause(false)) {
        throw cursor.unexpected("a clause of CREATE MATERIALIZED VIEW LOG");
      }
    }
    LogContents contents = log.contents.contents();
    LogPurge purge = log.purge.orElse(CreateMaterializedViewLog.DEFAULT_PURGE);
    refuseLatePurgeOfCommits(contents, purge);
    return new CreateMaterializedViewLog(master, ifNotExists, contents, purge, log.given.storage());
  }

  static Command alter(Cursor cursor) {
    cursor.expect("LOG");
    boolean ifExists = Names.acceptIfExists(cursor);
    boolean force = cursor.accept("FORCE");
    cursor.expect("ON");
    QualifiedName master = master(cursor);
    LogParser log = new LogParser(cursor);
    do {
      if (!log.acceptClause(true)) {
        throw cursor.unexpected("a clause of ALTER MATERIALIZED VIEW LOG");
      }
    } while (!cursor.atEnd());
    return new AlterMaterializedViewLog(
        master, ifExists, force, log.contents.contents(), log.purge, log.given.storage());
  }

  static Command drop(Cursor cursor) {
    cursor.expect("LOG");
    boolean ifExists = Names.acceptIfExists(cursor);
    cursor.expect("ON");
    QualifiedName master = master(cursor);
    cursor.expectEnd();
    return new DropMaterializedViewLog(master, ifExists);
  }

  private static QualifiedName master(Cursor cursor) {
    QualifiedName master = Names.qualifiedName(cursor, "the name of a table");
    if (cursor.at("@")) {
      throw NOT_SUPPORTED.of(
          "a log of a table behind a database link", "make the log where the table is");
    }
    return master;
  }

  private boolean acceptClause(boolean alter) {
    boolean stored = alter ? laterStorage.accept() : storage.acceptOfLog();
    boolean recorded = stored || (alter ? contents.acceptAdd() : contents.acceptWith());
    return recorded || contents.acceptNewValues() || acceptPurge() || acceptPurpose();
  }

  private boolean acceptPurge() {
    Optional<LogPurge> given = LogPurgeParser.accept(cursor, this.given);
    purge = given.or(() -> purge);
    return given.isPresent();
  }

  private boolean acceptPurpose() {
    int start = cursor.offset();
    if (cursor.accept("FOR", "FAST", "REFRESH")) {
      given.add(Clause.FOR_FAST_REFRESH, cursor.since(start));
      return true;
    }
    if (!cursor.accept("FOR", "SYNCHRONOUS", "REFRESH")) {
      return false;
    }
    cursor.expect("USING");
    Names.name(cursor, "the name of a staging log");
    given.add(Clause.FOR_SYNCHRONOUS_REFRESH, cursor.since(start));
    return true;
  }

  /** Commits are not numbered for changes that a job takes away when it likes. */
  private static void refuseLatePurgeOfCommits(LogContents contents, LogPurge purge) {
    if (!contents.items().contains(LogItem.COMMIT_SCN)) {
      return;
    }
    if (purge instanceof LogPurge.Scheduled) {
      throw PURGE_CONFLICTS.of("a scheduled PURGE");
    }
    if (purge instanceof LogPurge.Immediate immediate && immediate.asynchronous()) {
      throw PURGE_CONFLICTS.of("PURGE IMMEDIATE ASYNCHRONOUS");
    }
  }
}
