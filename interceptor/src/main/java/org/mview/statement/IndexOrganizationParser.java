package org.mview.statement;

import org.mview.statement.Token.Kind;

/** A table that is stored in the index on its primary key, and what of it is stored elsewhere. */
final class IndexOrganizationParser {
  private final Cursor cursor;
  private final GivenClauses given;
  private final StorageParser storage;

  IndexOrganizationParser(Cursor cursor, GivenClauses given, StorageParser storage) {
    this.cursor = cursor;
    this.given = given;
    this.storage = storage;
  }

  /** Steps over {@code ORGANIZATION INDEX …}, as CREATE has it. */
  boolean accept() {
    int start = cursor.offset();
    if (!cursor.accept("ORGANIZATION")) {
      return false;
    }
    cursor.expect("INDEX");
    given.add(Clause.ORGANIZATION_INDEX, cursor.since(start));
    boolean more = true;
    while (more) {
      more = acceptKeyCompression() || acceptPart() || storage.acceptAttribute();
    }
    return true;
  }

  private boolean acceptKeyCompression() {
    int start = cursor.offset();
    if (!cursor.accept("COMPRESS")) {
      return false;
    }
    if (cursor.at(Kind.NUMBER)) {
      cursor.integer();
    }
    given.add(Clause.KEY_COMPRESSION, cursor.since(start));
    return true;
  }

  /** Steps over a part that ALTER may change, too. */
  boolean acceptPart() {
    int start = cursor.offset();
    if (cursor.accept("PCTTHRESHOLD")) {
      cursor.integer();
      given.add(Clause.PCTTHRESHOLD, cursor.since(start));
      return true;
    }
    if (cursor.at("INCLUDING") && cursor.peek(2).is("OVERFLOW")) {
      cursor.expect("INCLUDING");
      Names.name(cursor, "a column");
    }
    if (!cursor.accept("OVERFLOW")) {
      return false;
    }
    StorageParser.segment(cursor);
    given.add(Clause.OVERFLOW, cursor.since(start));
    return true;
  }
}
