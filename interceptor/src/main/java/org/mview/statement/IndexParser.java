package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.statement.CreateIndex.Kind;

/** Statements about indexes. Never fails: a text that is not understood is the database's. */
final class IndexParser {
  private IndexParser() {}

  /** Behind CREATE INDEX. */
  static Optional<Command> create(Cursor cursor, Kind kind) {
    int headingStart = cursor.offset();
    cursor.accept("CONCURRENTLY");
    Names.acceptIfNotExists(cursor);
    Optional<QualifiedName> index =
        cursor.at("ON") ? Optional.empty() : Names.acceptQualifiedName(cursor);
    acceptMethod(cursor);
    if (!cursor.accept("ON")) {
      return Optional.empty();
    }
    cursor.accept("ONLY");
    SourceText heading = cursor.since(headingStart);
    int tableStart = cursor.offset();
    Optional<QualifiedName> table = Names.acceptQualifiedName(cursor);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    SourceText tableSource = cursor.since(tableStart);
    acceptMethod(cursor);
    int columnsStart = cursor.offset();
    if (!cursor.acceptParenthesis()) {
      return Optional.empty();
    }
    SourceText columns = cursor.since(columnsStart);
    List<StorageClause> storage = IndexStorage.accept(cursor);
    return cursor.acceptRest()
        ? Optional.of(
            new CreateIndex(kind, index, heading, table.get(), tableSource, columns, storage))
        : Optional.empty();
  }

  private static void acceptMethod(Cursor cursor) {
    if (cursor.accept("USING")) {
      Names.acceptQualifiedName(cursor);
    }
  }

  /** Behind DROP INDEX. */
  static Optional<Command> drop(Cursor cursor) {
    cursor.accept("CONCURRENTLY");
    boolean ifExists = Names.acceptIfExists(cursor);
    Optional<List<QualifiedName>> indexes = TableParser.names(cursor);
    Optional<QualifiedName> table =
        cursor.accept("ON") ? Names.acceptQualifiedName(cursor) : Optional.empty();
    cursor.acceptAny(Set.of("CASCADE", "RESTRICT", "FORCE", "ONLINE"));
    return indexes.filter(any -> cursor.atEnd()).map(some -> new DropIndex(some, ifExists, table));
  }
}
