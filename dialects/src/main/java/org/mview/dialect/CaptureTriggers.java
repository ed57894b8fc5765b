package org.mview.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mview.error.MViewError;
import org.mview.lowering.Places;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/** How a database writes the changes of a table to a log by itself. */
public interface CaptureTriggers {

  /**
   * A log and what it is to hold.
   *
   * @param table the log's own name
   * @param columns the columns of the master that it holds
   * @param views those into which the triggers merge what has changed, instead of logging it
   * @param mark to be put before a row changes; empty where nobody looks for it
   */
  record Log(
      TableInfo master,
      QualifiedName table,
      List<Identifier> columns,
      Optional<DirectViews> views,
      Optional<Mark> mark) {
    public Log {
      columns = List.copyOf(columns);
    }

    /** A log of all that changes. */
    public Log(TableInfo master, QualifiedName table, List<Identifier> columns) {
      this(master, table, columns, Optional.empty(), Optional.empty());
    }

    /** The type of a column of the master. */
    public Type type(Identifier column) {
      return master.type(column);
    }

    /** The log's name, by which it is found whatever the current schema is. */
    public QualifiedName wholeName() {
      return table.beside(master.name());
    }
  }

  /** Views into which triggers merge changed rows. */
  interface DirectViews {
    /**
     * Whether they may read the row at hand: its values have lost what the table declares of its
     * columns.
     */
    boolean takeImages();

    /**
     * The statements that merge.
     *
     * @param rows of the master
     */
    Merging merging(Places.ChangedRows rows);

    /**
     * The condition under which nothing is merged, and all is logged; empty where it never is so.
     */
    Optional<String> logging();

    /** The columns of the master that decide to which rows of the views a row belongs. */
    Set<Identifier> deciding();

    /**
     * The statements that merge an update by which none of those has changed.
     *
     * @param before the row as it was
     * @param after the row as it is now
     */
    Merging updating(Places.RowImage before, Places.RowImage after);

    /**
     * What merges all that a statement has changed, for each view, in the order of their ids.
     *
     * @param rows of the master
     */
    List<SetMerging> ofSets(Places.LogTable rows);
  }

  /**
   * A statement of a trigger that merges rows into a view, in the order of its groups.
   *
   * @param text INSERT, or UPDATE where the group always stays
   * @param container in which the groups are
   * @param ended a condition over its columns: whether a group that was merged into is to be taken
   *     out; empty where the group always stays
   */
  record SetMerging(String text, QualifiedName container, Optional<String> ended) {}

  /**
   * Statements of a trigger.
   *
   * @param merges to be run first
   * @param doubts to be run then: they put marks where a sum is not exact any more
   * @param ends to be run at the end
   */
  record Merging(List<String> merges, List<String> doubts, List<String> ends) {
    public Merging {
      merges = List.copyOf(merges);
      doubts = List.copyOf(doubts);
      ends = List.copyOf(ends);
    }
  }

  /**
   * How triggers are made anew where each definition is committed by itself.
   *
   * @param before statements that make what they need
   * @param lock waits for the transactions that have changed the master, and keeps others from it
   * @param statements to be run under that lock
   * @param unlock lets others in again
   */
  record Exchange(List<String> before, String lock, List<String> statements, String unlock) {
    public Exchange {
      before = List.copyOf(before);
      statements = List.copyOf(statements);
    }
  }

  /** Statements that make the log's table, still without triggers. */
  List<String> createLog(Log log);

  /** Statements that give the log columns that it did not have; the triggers are gone by then. */
  List<String> widenLog(Log log, List<Identifier> added);

  /** Statements that make the triggers. */
  List<String> createTriggers(Log log);

  /** Statements that remove the triggers, if they are there. */
  List<String> dropTriggers(Log log);

  /**
   * Statements that give a log columns that it did not have.
   *
   * @param before the log as it is
   * @param added columns that its table does not have
   */
  default List<String> widen(Log before, Log wider, List<Identifier> added) {
    return Stream.of(dropTriggers(before), widenLog(wider, added), createTriggers(wider))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Statements that wait for the transactions that have changed a table before its triggers were as
   * they are now; none where making and removing a trigger waits for them.
   */
  default List<String> awaitWriters(TableInfo master) {
    return List.of();
  }

  /** What triggers run that merge into views, as statements; those that log need not be tried. */
  default List<String> trial(Log log) {
    return List.of();
  }

  /**
   * Statements that wait for the transactions that are changing tables, and keep others from it
   * until this one ends; none where only one writes at a time.
   */
  default List<String> keepWritersOut(List<QualifiedName> tables) {
    return List.of();
  }

  /**
   * Whether triggers see the columns of a log as a refresh does, whatever the session that fires
   * them has set.
   */
  default boolean sees(Log log) {
    return true;
  }

  /**
   * Whether a statement has failed because it reads the table that triggers which it fires would
   * change. The message names that table, in quotation marks.
   */
  default boolean meetsItself(SQLException failure) {
    return false;
  }

  /** How they are made anew; empty where definitions are part of a transaction. */
  default Optional<Exchange> exchange(Log log) {
    return Optional.empty();
  }

  /** Statements that make the triggers anew. */
  default List<String> renewTriggers(Log log) {
    return Stream.of(dropTriggers(log), createTriggers(log)).flatMap(List::stream).toList();
  }

  /**
   * A statement that logs all rows of a partition of the master, as those of one that has inserted
   * or deleted them.
   *
   * @param appear whether they come to the master, or go from it
   * @throws org.mview.error.MViewException NOT_SUPPORTED, where tables have no partitions that come
   *     and go
   */
  default String logPartition(Log log, QualifiedName partition, boolean appear) {
    throw MViewError.NOT_SUPPORTED.of(
        "a partition that comes or goes on this database", "use INSERT and DELETE");
  }

  /** Statements that remove the log's table, if it is there; its master may be gone by then. */
  List<String> dropLog(QualifiedName master, QualifiedName log);

  /**
   * Statements that make triggers which only note that a table has changed.
   *
   * @param flags the table that holds the notes: columns master, and touched, which becomes 1
   */
  List<String> createTouch(QualifiedName master, QualifiedName flags);

  /**
   * Whether nothing is left of triggers when their table is gone, such that statements that remove
   * them fail then.
   */
  default boolean goWithMaster() {
    return false;
  }

  /** Statements that remove those triggers, if they are there. */
  List<String> dropTouch(QualifiedName master);

  /**
   * What the triggers of a log do, by their names, as the database is to have it.
   *
   * @throws org.mview.error.MViewException NOT_SUPPORTED, where nobody has said
   */
  default Map<String, String> texts(Log log) {
    throw MViewError.NOT_SUPPORTED.of(
        "a comparison of triggers on this database", "compare views by ./mview verify");
  }

  /** The same of those triggers that only note that a table has changed. */
  default Map<String, String> touchTexts(QualifiedName master, QualifiedName flags) {
    throw MViewError.NOT_SUPPORTED.of(
        "a comparison of triggers on this database", "compare views by ./mview verify");
  }

  /** The names of the tables without which the triggers of a log fail. */
  default List<String> tables(QualifiedName master, QualifiedName log) {
    return List.of(log.name().text());
  }
}
