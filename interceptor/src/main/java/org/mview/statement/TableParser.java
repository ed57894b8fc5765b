package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements about tables, which may turn out to be containers of views. Never fails: a text that
 * is not understood here is the database's.
 */
final class TableParser {
  /** How DETACH PARTITION is done by several transactions. */
  private static final Set<String> OUTSIDE_TRANSACTIONS = Set.of("CONCURRENTLY", "FINALIZE");

  private TableParser() {}

  /** Behind ALTER TABLE. */
  static Optional<Command> alter(Cursor cursor) {
    Names.acceptIfExists(cursor);
    acceptOnly(cursor);
    Optional<QualifiedName> table = Names.acceptQualifiedName(cursor);
    Optional<PartitionChange> partition = partition(cursor);
    if (partition.isPresent() && cursor.acceptAny(OUTSIDE_TRANSACTIONS)) {
      return Optional.empty();
    }
    Optional<QualifiedName> exchanged = exchanged(cursor);
    Optional<ConstraintChange> constraint = ConstraintParser.accept(cursor);
    return table
        .filter(any -> cursor.acceptRest())
        .map(name -> new AlterTable(name, constraint, partition, exchanged));
  }

  /** EXCHANGE PARTITION p WITH TABLE t, and MariaDB's CONVERT TABLE t TO PARTITION p. */
  private static Optional<QualifiedName> exchanged(Cursor cursor) {
    boolean exchanges =
        cursor.accept("EXCHANGE", "PARTITION")
            && Names.acceptQualifiedName(cursor).isPresent()
            && cursor.accept("WITH", "TABLE");
    return exchanges || cursor.accept("CONVERT", "TABLE")
        ? Names.acceptQualifiedName(cursor)
        : Optional.empty();
  }

  private static Optional<PartitionChange> partition(Cursor cursor) {
    boolean attaches = cursor.accept("ATTACH", "PARTITION");
    return attaches || cursor.accept("DETACH", "PARTITION")
        ? Names.acceptQualifiedName(cursor).map(name -> new PartitionChange(attaches, name))
        : Optional.empty();
  }

  /** Behind CREATE TABLE: only a partition of another one is understood. */
  static Optional<Command> create(Cursor cursor) {
    cursor.accept("IF", "NOT", "EXISTS");
    Optional<QualifiedName> name = Names.acceptQualifiedName(cursor);
    if (name.isEmpty() || !cursor.accept("PARTITION", "OF")) {
      return Optional.empty();
    }
    return Names.acceptQualifiedName(cursor)
        .filter(any -> cursor.acceptRest())
        .map(whole -> new CreatePartition(name.get(), whole));
  }

  /** Behind DROP TABLE and DROP VIEW. */
  static Optional<Command> drop(Cursor cursor) {
    boolean ifExists = Names.acceptIfExists(cursor);
    Optional<List<QualifiedName>> tables = names(cursor);
    if (!cursor.accept("CASCADE", "CONSTRAINTS")) {
      cursor.acceptAny(Set.of("CASCADE", "RESTRICT"));
    }
    cursor.accept("PURGE");
    return tables.filter(any -> cursor.atEnd()).map(some -> new DropTableOrView(some, ifExists));
  }

  /** Behind TRUNCATE. */
  static Optional<Command> truncate(Cursor cursor) {
    cursor.accept("TABLE");
    acceptOnly(cursor);
    Optional<List<QualifiedName>> tables = names(cursor);
    Optional<TruncateTable.LogClause> log = logClause(cursor);
    boolean cascade = false;
    while (!cursor.atEnd()) {
      if (cursor.accept("CASCADE")) {
        cascade = true;
      } else if (!acceptTruncateOption(cursor)) {
        return Optional.empty();
      }
    }
    boolean cascades = cascade;
    return tables.map(some -> new TruncateTable(some, log, cascades));
  }

  private static Optional<TruncateTable.LogClause> logClause(Cursor cursor) {
    int start = cursor.offset();
    int place = cursor.place();
    boolean purge = cursor.at("PURGE");
    if (cursor.acceptAny(Set.of("PRESERVE", "PURGE"))
        && Names.acceptMaterializedView(cursor)
        && cursor.accept("LOG")) {
      return Optional.of(new TruncateTable.LogClause(purge, cursor.since(start)));
    }
    cursor.backTo(place);
    return Optional.empty();
  }

  /** Oracle's, and those of PostgreSQL, H2 and HSQLDB. */
  private static boolean acceptTruncateOption(Cursor cursor) {
    return cursor.accept("DROP", "STORAGE")
        || cursor.accept("DROP", "ALL", "STORAGE")
        || cursor.accept("REUSE", "STORAGE")
        || cursor.accept("RESTART", "IDENTITY")
        || cursor.accept("CONTINUE", "IDENTITY")
        || cursor.accept("RESTRICT")
        || cursor.accept("AND", "COMMIT")
        || cursor.accept("NO", "CHECK");
  }

  /** PostgreSQL's ONLY, unless it is the name of a table. */
  private static void acceptOnly(Cursor cursor) {
    int place = cursor.place();
    if (cursor.accept("ONLY") && !Names.atName(cursor)) {
      cursor.backTo(place);
    }
  }

  /** One or more names; empty if there is none. */
  static Optional<List<QualifiedName>> names(Cursor cursor) {
    List<QualifiedName> names = new ArrayList<>();
    do {
      Optional<QualifiedName> name = Names.acceptQualifiedName(cursor);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
      cursor.accept("*");
    } while (cursor.accept(","));
    return Optional.of(names);
  }
}
