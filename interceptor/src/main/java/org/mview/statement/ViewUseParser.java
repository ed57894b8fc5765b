package org.mview.statement;

import java.util.Set;

/** What a view is used for, and by which edition: ENABLE and DISABLE, EVALUATE, UNUSABLE. */
final class ViewUseParser {
  private final Cursor cursor;
  private final GivenClauses given;

  ViewUseParser(Cursor cursor, GivenClauses given) {
    this.cursor = cursor;
    this.given = given;
  }

  boolean accept() {
    if (given.accept(cursor, Clause.ENABLE_QUERY_REWRITE)
        || given.accept(cursor, Clause.DISABLE_QUERY_REWRITE)) {
      editions();
      return true;
    }
    return given.accept(cursor, Clause.ENABLE_ON_QUERY_COMPUTATION)
        || given.accept(cursor, Clause.DISABLE_ON_QUERY_COMPUTATION)
        || given.accept(cursor, Clause.ENABLE_CONCURRENT_REFRESH)
        || given.accept(cursor, Clause.DISABLE_CONCURRENT_REFRESH)
        || acceptEvaluation()
        || refuseOthers();
  }

  private boolean refuseOthers() {
    if (cursor.acceptAny(Set.of("ENABLE", "DISABLE"))) {
      throw cursor.unexpected("QUERY REWRITE, ON QUERY COMPUTATION or CONCURRENT REFRESH");
    }
    return false;
  }

  /** Up to two clauses: before which edition rewrite is off, and from which on. */
  private void editions() {
    int start = cursor.offset();
    boolean before = cursor.accept("UNUSABLE", "BEFORE");
    if (before) {
      edition();
    }
    boolean beginning = cursor.accept("UNUSABLE", "BEGINNING", "WITH");
    if (beginning) {
      edition();
    }
    if (before || beginning) {
      given.add(Clause.UNUSABLE, cursor.since(start));
    }
  }

  private boolean acceptEvaluation() {
    int start = cursor.offset();
    if (!cursor.accept("EVALUATE", "USING")) {
      return false;
    }
    edition();
    given.add(Clause.EVALUATE_USING, cursor.since(start));
    return true;
  }

  private void edition() {
    if (cursor.acceptAny(Set.of("CURRENT", "NULL"))) {
      cursor.expect("EDITION");
    } else {
      cursor.expect("EDITION");
      Names.name(cursor, "the name of an edition");
    }
  }
}
