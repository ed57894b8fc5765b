package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.statement.Token.Kind;

/**
 * The clauses of Oracle's about storage behind CREATE INDEX. Never fails: what is none of them is
 * another database's.
 */
final class IndexStorage {
  private static final List<Clause> WITH_NUMBER_OR_NOT = List.of(Clause.PARALLEL, Clause.COMPRESS);

  private static final List<Clause> BARE =
      List.of(Clause.LOGGING, Clause.NOLOGGING, Clause.NOPARALLEL, Clause.NOCOMPRESS);

  private IndexStorage() {}

  /** All of them that come next. */
  static List<StorageClause> accept(Cursor cursor) {
    List<StorageClause> clauses = new ArrayList<>();
    int start = cursor.offset();
    int place = cursor.place();
    Optional<Clause> clause = next(cursor);
    while (clause.isPresent()) {
      clauses.add(new StorageClause(clause.get(), cursor.since(start), Optional.empty()));
      start = cursor.offset();
      place = cursor.place();
      clause = next(cursor);
    }
    cursor.backTo(place);
    return clauses;
  }

  private static Optional<Clause> next(Cursor cursor) {
    Optional<Clause> clause = acceptOneOf(cursor, StorageParser.WITH_NUMBER);
    if (clause.isPresent()) {
      return acceptNumber(cursor) ? clause : Optional.empty();
    }
    clause = acceptOneOf(cursor, WITH_NUMBER_OR_NOT);
    if (clause.isPresent()) {
      acceptNumber(cursor);
      return clause;
    }
    if (cursor.accept("TABLESPACE")) {
      return Names.acceptQualifiedName(cursor).map(name -> Clause.TABLESPACE);
    }
    if (cursor.accept("STORAGE")) {
      return cursor.acceptParenthesis() ? Optional.of(Clause.STORAGE) : Optional.empty();
    }
    return acceptOneOf(cursor, BARE);
  }

  private static Optional<Clause> acceptOneOf(Cursor cursor, List<Clause> clauses) {
    return clauses.stream().filter(clause -> cursor.accept(clause.toString())).findFirst();
  }

  private static boolean acceptNumber(Cursor cursor) {
    if (!cursor.at(Kind.NUMBER)) {
      return false;
    }
    cursor.next();
    return true;
  }
}
