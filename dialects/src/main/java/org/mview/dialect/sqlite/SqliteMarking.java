package org.mview.dialect.sqlite;

import static org.mview.dialect.sqlite.SqliteTables.quoted;
import static org.mview.dialect.sqlite.SqliteTriggers.trigger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mview.dialect.CaptureTriggers.Log;
import org.mview.dialect.Mark;

/**
 * Puts a mark before a row of a master changes, so that whoever merges rows of another table that
 * are joined with it logs them instead.
 *
 * <p>The log comes too late for that: until a row is logged, a foreign key or a trigger of the user
 * may already have changed the other table.
 */
final class SqliteMarking {
  private static final String INSERT = "marking$insert";
  private static final String UPDATE = "marking$update";
  private static final String DELETE = "marking$delete";

  static final List<String> PURPOSES = List.of(INSERT, UPDATE, DELETE);

  private final Log log;
  private final Mark mark;

  SqliteMarking(Log log, Mark mark) {
    this.log = log;
    this.mark = mark;
  }

  List<String> createTriggers() {
    return List.of(
        marking(INSERT, "INSERT"),
        marking(UPDATE, "UPDATE" + ofColumns()),
        marking(DELETE, "DELETE"));
  }

  private String marking(String purpose, String event) {
    return trigger(
        log,
        purpose,
        "BEFORE " + event,
        "WHEN NOT " + mark.isThere(),
        "INSERT INTO %s (id) VALUES (%s);".formatted(quoted(Mark.TABLE), mark.id()));
  }

  /** An update of other columns neither changes what is logged nor takes another row away. */
  private String ofColumns() {
    boolean generated = log.columns().stream().anyMatch(log.master().generated()::containsKey);
    Optional<Stream<String>> uniques = new SqliteReplaced(log).uniqueColumns();
    return generated || uniques.isEmpty()
        ? ""
        : SqliteTriggers.of(
            Stream.concat(log.columns().stream().map(c -> quoted(c.text())), uniques.get()));
  }
}
