package org.mview.statement;

import java.util.Optional;
import java.util.Set;

/** Where the large objects and the collections of a table are stored. */
final class LargeObjectParser {
  private LargeObjectParser() {}

  static Optional<Clause> accept(Cursor cursor) {
    if (cursor.accept("LOB", "(")) {
      names(cursor);
      cursor.expect("STORE", "AS");
      store(cursor);
      return Optional.of(Clause.LOB_STORAGE);
    }
    if (cursor.accept("VARRAY")) {
      Names.name(cursor, "a column");
      cursor.expect("STORE", "AS");
      store(cursor);
      return Optional.of(Clause.VARRAY);
    }
    if (cursor.accept("NESTED", "TABLE")) {
      Names.name(cursor, "a column");
      cursor.expect("STORE", "AS");
      store(cursor);
      if (cursor.accept("RETURN")) {
        cursor.accept("AS");
        cursor.acceptAny(Set.of("LOCATOR", "VALUE"));
      }
      return Optional.of(Clause.NESTED_TABLE);
    }
    return Optional.empty();
  }

  private static void names(Cursor cursor) {
    do {
      Names.name(cursor, "a column");
    } while (cursor.accept(","));
    cursor.expect(")");
  }

  /** A kind, a name of the segment and its attributes: all three may be missing, but not all. */
  private static void store(Cursor cursor) {
    boolean kind = cursor.acceptAny(Set.of("SECUREFILE", "BASICFILE"));
    cursor.accept("LOB");
    boolean named = Names.atName(cursor) && !cursor.atAny(ClauseWords.BEGINNINGS);
    if (named) {
      Names.name(cursor);
    }
    if (cursor.at("(")) {
      cursor.parenthesis();
    } else if (!kind && !named) {
      throw cursor.unexpected("the name of a segment, or (");
    }
  }
}
