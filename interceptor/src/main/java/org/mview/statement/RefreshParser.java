package org.mview.statement;

import java.util.Optional;
import java.util.Set;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshMode;
import org.mview.catalog.RowIdentity;

/** {@code REFRESH …}: its items in any order, each once. */
final class RefreshParser {
  private static final Set<String> ROLLBACK_WORDS = Set.of("DEFAULT", "MASTER", "LOCAL");

  private final Cursor cursor;
  private final GivenClauses given;
  private Optional<SourceText> startWith = Optional.empty();
  private Optional<SourceText> next = Optional.empty();

  RefreshParser(Cursor cursor, GivenClauses given) {
    this.cursor = cursor;
    this.given = given;
  }

  boolean accept() {
    if (given.accept(cursor, Clause.NEVER_REFRESH)) {
      boolean more = acceptTime();
      while (more) {
        more = acceptTime(); // to be told that the two do not go together
      }
      return true;
    }
    if (!given.accept(cursor, Clause.REFRESH)) {
      return false;
    }
    boolean any = false;
    while (acceptItem()) {
      any = true;
    }
    if (!any) {
      throw cursor.unexpected("FAST, COMPLETE, FORCE, ON, START, NEXT, WITH or USING");
    }
    return true;
  }

  private boolean acceptItem() {
    return given.accept(cursor, Clause.FAST, "FAST")
        || given.accept(cursor, Clause.COMPLETE, "COMPLETE")
        || given.accept(cursor, Clause.FORCE, "FORCE")
        || given.accept(cursor, Clause.WITH_PRIMARY_KEY)
        || given.accept(cursor, Clause.WITH_ROWID)
        || given.accept(cursor, Clause.WITH_OBJECT_ID)
        || acceptTrust(Clause.ENFORCED_CONSTRAINTS, "ENFORCED")
        || acceptTrust(Clause.TRUSTED_CONSTRAINTS, "TRUSTED")
        || acceptRollbackSegment()
        || acceptTime();
  }

  private boolean acceptTime() {
    return given.accept(cursor, Clause.ON_DEMAND)
        || given.accept(cursor, Clause.ON_COMMIT)
        || given.accept(cursor, Clause.ON_STATEMENT)
        || acceptStartWith()
        || acceptNext();
  }

  private boolean acceptTrust(Clause clause, String word) {
    return given.accept(cursor, clause, "USING", word, "CONSTRAINTS")
        || given.accept(cursor, clause, "USING", word, "CONSTRAINT");
  }

  private boolean acceptRollbackSegment() {
    int start = cursor.offset();
    int place = cursor.place();
    if (!cursor.accept("USING")) {
      return false;
    }
    cursor.acceptAny(ROLLBACK_WORDS);
    cursor.acceptAny(ROLLBACK_WORDS);
    if (!cursor.accept("ROLLBACK", "SEGMENT")) {
      cursor.backTo(place);
      return false;
    }
    if (Names.atName(cursor) && !cursor.atAny(ClauseWords.BEGINNINGS)) {
      Names.name(cursor);
    }
    given.add(Clause.ROLLBACK_SEGMENT, cursor.since(start));
    return true;
  }

  private boolean acceptStartWith() {
    if (!given.accept(cursor, Clause.START_WITH)) {
      return false;
    }
    startWith = Optional.of(Expressions.beforeClause(cursor, "a date"));
    return true;
  }

  private boolean acceptNext() {
    if (!given.accept(cursor, Clause.NEXT)) {
      return false;
    }
    next = Optional.of(Expressions.beforeClause(cursor, "a date"));
    return true;
  }

  /** All that has been said. */
  RefreshClause clause() {
    return given.has(Clause.NEVER_REFRESH)
        ? RefreshClause.NEVER
        : new RefreshClause(method(), mode(), startWith, next, identity(), trust());
  }

  private Optional<RefreshMethod> method() {
    if (given.has(Clause.FAST)) {
      return Optional.of(RefreshMethod.FAST);
    }
    if (given.has(Clause.COMPLETE)) {
      return Optional.of(RefreshMethod.COMPLETE);
    }
    return given.has(Clause.FORCE) ? Optional.of(RefreshMethod.FORCE) : Optional.empty();
  }

  private Optional<RefreshMode> mode() {
    if (given.has(Clause.ON_COMMIT)) {
      return Optional.of(RefreshMode.COMMIT);
    }
    if (given.has(Clause.ON_STATEMENT)) {
      return Optional.of(RefreshMode.STATEMENT);
    }
    return given.has(Clause.ON_DEMAND) ? Optional.of(RefreshMode.DEMAND) : Optional.empty();
  }

  private Optional<RowIdentity> identity() {
    if (given.has(Clause.WITH_PRIMARY_KEY)) {
      return Optional.of(RowIdentity.PRIMARY_KEY);
    }
    if (given.has(Clause.WITH_ROWID)) {
      return Optional.of(RowIdentity.ROWID);
    }
    return given.has(Clause.WITH_OBJECT_ID) ? Optional.of(RowIdentity.OBJECT_ID) : Optional.empty();
  }

  private Optional<ConstraintTrust> trust() {
    if (given.has(Clause.TRUSTED_CONSTRAINTS)) {
      return Optional.of(ConstraintTrust.TRUSTED);
    }
    return given.has(Clause.ENFORCED_CONSTRAINTS)
        ? Optional.of(ConstraintTrust.ENFORCED)
        : Optional.empty();
  }
}
