package org.mview.statement;

import java.util.Set;

/** What may follow INMEMORY: how tables are to be kept in memory, too. */
final class InMemoryParser {
  private InMemoryParser() {}

  static void options(Cursor cursor) {
    boolean more = true;
    while (more) {
      more = acceptOption(cursor);
    }
  }

  private static boolean acceptOption(Cursor cursor) {
    if (cursor.accept("MEMCOMPRESS", "FOR")) {
      if (!cursor.acceptAny(Set.of("DML", "QUERY", "CAPACITY"))) {
        throw cursor.unexpected("DML, QUERY or CAPACITY");
      }
      cursor.acceptAny(Set.of("LOW", "HIGH"));
      return true;
    }
    if (cursor.accept("PRIORITY")) {
      Names.name(cursor, "a priority");
      return true;
    }
    if (cursor.accept("DISTRIBUTE")) {
      distribution(cursor);
      return true;
    }
    if (cursor.accept("DUPLICATE")) {
      cursor.accept("ALL");
      return true;
    }
    return cursor.accept("NO", "MEMCOMPRESS") || cursor.accept("NO", "DUPLICATE");
  }

  private static void distribution(Cursor cursor) {
    if (cursor.accept("BY")) {
      if (!cursor.accept("ROWID", "RANGE")
          && !cursor.acceptAny(Set.of("PARTITION", "SUBPARTITION"))) {
        throw cursor.unexpected("ROWID RANGE, PARTITION or SUBPARTITION");
      }
    } else {
      cursor.accept("AUTO");
    }
    if (cursor.accept("FOR", "SERVICE")) {
      Names.name(cursor, "a service");
    }
  }
}
