package org.mview.statement;

import java.util.Set;

/** {@code USING INDEX …}: attributes of the index on what identifies a view's rows. */
final class IndexAttributes {
  private IndexAttributes() {}

  static void parse(Cursor cursor, GivenClauses given) {
    int start = cursor.offset();
    cursor.expect("USING", "INDEX");
    GivenClauses ofIndex = new GivenClauses();
    int attribute = cursor.offset();
    while (acceptAttribute(cursor, ofIndex, attribute)) {
      attribute = cursor.offset();
    }
    if (cursor.atAny(Set.of("PCTFREE", "PCTUSED", "MAXTRANS"))) {
      throw cursor.unexpected("INITRANS, STORAGE or TABLESPACE after USING INDEX");
    }
    given.add(Clause.USING_INDEX);
    if (!ofIndex.isEmpty()) {
      given.add(Clause.INDEX_ATTRIBUTES, cursor.since(start));
    }
  }

  private static boolean acceptAttribute(Cursor cursor, GivenClauses ofIndex, int start) {
    if (cursor.accept("INITRANS")) {
      cursor.integer();
      ofIndex.add(Clause.INITRANS, cursor.since(start));
    } else if (cursor.accept("STORAGE")) {
      StorageOptions.parse(cursor);
      ofIndex.add(Clause.STORAGE, cursor.since(start));
    } else if (cursor.accept("TABLESPACE")) {
      Names.name(cursor, "the name of a tablespace");
      ofIndex.add(Clause.TABLESPACE, cursor.since(start));
    } else {
      return false;
    }
    return true;
  }
}
