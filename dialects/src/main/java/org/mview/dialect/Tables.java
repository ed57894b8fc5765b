package org.mview.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mview.error.MViewError;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Storage;

/** Reads what a database knows of its tables. */
public interface Tables {
  /** How a trigger begins that is not ours. */
  Pattern TRIGGER_OF_USER = Pattern.compile("(?s)CREATE (CONSTRAINT )?TRIGGER (?!\"mview\\$).*");

  /** The table or view of this name, however its author wrote it; empty where there is none. */
  Optional<TableInfo> find(Connection connection, QualifiedName name) throws SQLException;

  /**
   * The tables whose changes may, by triggers and by foreign keys, change one of these tables, and
   * these themselves.
   */
  Set<String> reaching(Connection connection, Set<String> tables) throws SQLException;

  /**
   * Whether foreign keys of other tables keep a table from being emptied at once: a DELETE of all
   * its rows would change theirs. What the database itself truncates is none of ours.
   */
  default boolean isReferredTo(Connection connection, QualifiedName table) throws SQLException {
    return false;
  }

  /** The statements that made the indexes and triggers of a table, in the order of their making. */
  List<String> belongings(Connection connection, QualifiedName table) throws SQLException;

  /** Whether a table has triggers that are not ours. */
  default boolean hasTriggersOfUser(Connection connection, QualifiedName table)
      throws SQLException {
    return belongings(connection, table).stream().anyMatch(TRIGGER_OF_USER.asMatchPredicate());
  }

  /**
   * Statements that give a container the key by which triggers find the groups of a view; none
   * where it has it, or needs none. Empty where it cannot have it.
   */
  default Optional<List<String>> keyed(TableInfo container, List<Identifier> key) {
    return Optional.of(List.of());
  }

  /** The statement that takes such a key away; empty where there is none. */
  default Optional<String> unkeyed(TableInfo container) {
    return Optional.empty();
  }

  /**
   * What ALTER TABLE is told to take a constraint away.
   *
   * @param name quoted
   * @param definition as it was added: PRIMARY KEY (…), UNIQUE (…) …
   */
  default String dropping(String name, String definition) {
    return "DROP CONSTRAINT " + name;
  }

  /** The indexes of a table that concern every row of it. */
  List<TableIndex> indexes(Connection connection, QualifiedName table) throws SQLException;

  /** The statement that looks what the rows of a table are like, for plans; a template. */
  default String gatheringStatistics() {
    return "ANALYZE %s";
  }

  /**
   * All that is there under names of ours, whether the registry knows it or not.
   *
   * @param home the schema of the registry
   * @throws org.mview.error.MViewException NOT_SUPPORTED, where nobody has said how to ask
   */
  default List<OwnObject> own(Connection connection, String home) throws SQLException {
    throw MViewError.NOT_SUPPORTED.of(
        "CHECK MATERIALIZED VIEWS on this database", "compare views by ./mview verify");
  }

  /**
   * The statement that has a table stored so; a template, with the table's name to be put in. Empty
   * where this database has nothing like it, or none of this name.
   */
  default Optional<String> storing(Connection connection, Storage storage) throws SQLException {
    return Optional.empty();
  }

  /** The partitioned tables to which a table belongs, the nearest first; none where it does not. */
  default List<QualifiedName> wholes(Connection connection, QualifiedName table)
      throws SQLException {
    return List.of();
  }

  /** Whether the rows of a table are in partitions. */
  default boolean isPartitioned(Connection connection, QualifiedName table) throws SQLException {
    return false;
  }

  /**
   * How it is found out that a part of a table is another one; empty where triggers hear of all.
   */
  default Optional<Parts> parts() {
    return Optional.empty();
  }

  /** Whether who reads a table may have to wait for who has changed all of it. */
  default boolean readersWait(Connection connection) throws SQLException {
    return false;
  }

  /** About how many rows a table has; never a reading of the whole table. */
  long estimatedRows(Connection connection, QualifiedName table) throws SQLException;
}
