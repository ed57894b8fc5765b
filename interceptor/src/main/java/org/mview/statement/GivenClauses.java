package org.mview.statement;

import static org.mview.error.MViewError.CLAUSE_GIVEN_TWICE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.error.MViewException;

/** The clauses that a statement has given so far, in whatever order; none twice, no two at odds. */
final class GivenClauses {
  /** These are about one column or one large object each. */
  private static final Set<Clause> REPEATABLE =
      Set.of(
          Clause.SCOPE_FOR,
          Clause.ENCRYPT,
          Clause.DECRYPT,
          Clause.LOB_STORAGE,
          Clause.NESTED_TABLE,
          Clause.VARRAY);

  private final Set<Clause> given = EnumSet.noneOf(Clause.class);
  private final List<StorageClause> storage = new ArrayList<>();

  /** Steps over a clause that is nothing but its keywords, and notes it, if it comes next. */
  boolean accept(Cursor cursor, Clause clause) {
    return accept(cursor, clause, clause.keywords());
  }

  /** The same for a clause that begins with these keywords. */
  boolean accept(Cursor cursor, Clause clause, String... keywords) {
    boolean accepted = cursor.accept(keywords);
    if (accepted) {
      add(clause);
    }
    return accepted;
  }

  /**
   * Notes a clause.
   *
   * @throws MViewException CLAUSE_GIVEN_TWICE, or the conflict with an earlier one
   */
  void add(Clause clause) {
    if (given.contains(clause) && !REPEATABLE.contains(clause)) {
      throw CLAUSE_GIVEN_TWICE.of(clause);
    }
    Optional<MViewException> conflict =
        given.stream()
            .flatMap(earlier -> ClauseConflicts.between(earlier, clause).stream())
            .findFirst();
    if (conflict.isPresent()) {
      throw conflict.get();
    }
    given.add(clause);
  }

  /** Notes a clause about storage, with its text. */
  void add(Clause clause, SourceText source) {
    add(clause, source, Optional.empty());
  }

  /** The same for one that names something of the database. */
  void add(Clause clause, SourceText source, Optional<Name> name) {
    add(clause);
    storage.add(new StorageClause(clause, source, name));
  }

  boolean has(Clause clause) {
    return given.contains(clause);
  }

  boolean isEmpty() {
    return given.isEmpty();
  }

  boolean areAllAmong(Set<Clause> some) {
    return some.containsAll(given);
  }

  List<StorageClause> storage() {
    return List.copyOf(storage);
  }
}
