package org.mview.refresh;

import java.util.List;
import java.util.Optional;
import org.mview.dialect.Clauses;
import org.mview.dialect.Dialect;

/**
 * Rows of a log whose ids were gathered: each is found by its id alone, so that none that another
 * transaction has written, and not yet committed, is waited for.
 *
 * @param table in which the ids are
 * @param column of that table
 * @param log the table of the log
 */
record GatheredIds(String table, String column, String log, Dialect dialect) {
  /**
   * Where a reader has come to.
   *
   * @param advance gives it the next number
   * @param number reads that number
   */
  record Position(String advance, String number) {}

  /** The statements that take the rows out, or give them a number if others read the log, too. */
  List<String> taken(Optional<Position> position) {
    return position
        .map(at -> List.of(at.advance(), stamp(at.number())))
        .orElseGet(() -> List.of(delete()));
  }

  String delete() {
    return taken().delete().formatted(table, column, log);
  }

  private String stamp(String number) {
    return taken().stamp().formatted(table, column, log, number);
  }

  private Clauses.Taken taken() {
    return dialect.clauses().taken().orElseThrow();
  }
}
