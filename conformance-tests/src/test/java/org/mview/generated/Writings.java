package org.mview.generated;

import java.util.List;

/**
 * How rows are changed in a database. What stands in a list more than once happens more often.
 *
 * @param prepared statements that insert a row: a table, its columns, and as many question marks
 * @param preparedUpdate a table, a column that is set, and one that is compared
 * @param wholeBatches whether nothing is left of a batch in autocommit that fails in the middle
 */
record Writings(
    List<Writing> inserting,
    List<Writing> updating,
    List<Writing> deleting,
    List<String> prepared,
    String preparedUpdate,
    boolean wholeBatches) {

  /** A way to change rows. */
  interface Writing {
    /** A statement of a session that changes this table. */
    Step.Plain of(RandomDml dml, int session, TableModel table);
  }

  /** A statement of one kind. */
  static Writing of(StatementClass kind, Text text) {
    return (dml, session, table) -> new Step.Plain(session, kind, text.of(dml, table));
  }

  /** An update of some rows. */
  static Writing update() {
    return of(StatementClass.UPDATE, (dml, table) -> dml.update(table, ""));
  }

  /** Deletes some rows. */
  static Writing delete() {
    return of(
        StatementClass.DELETE,
        (dml, table) ->
            "DELETE FROM %s WHERE %s AND %s"
                .formatted(table.name(), dml.condition(table), dml.condition(table)));
  }

  /** A way to make up the text of a statement. */
  interface Text {
    /** The text of one that changes this table. */
    String of(RandomDml dml, TableModel table);
  }
}
