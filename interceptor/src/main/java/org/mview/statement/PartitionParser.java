package org.mview.statement;

import java.util.Optional;
import java.util.Set;

/** How a table is cut into partitions, as CREATE TABLE has it. */
final class PartitionParser {
  private static final Set<String> KINDS = Set.of("RANGE", "LIST", "HASH", "REFERENCE", "SYSTEM");

  private PartitionParser() {}

  static Optional<Clause> accept(Cursor cursor) {
    if (!cursor.accept("PARTITION", "BY")) {
      return Optional.empty();
    }
    kind(cursor);
    boolean more = true;
    while (more) {
      more = acceptPart(cursor);
    }
    return Optional.of(Clause.PARTITION_BY);
  }

  private static void kind(Cursor cursor) {
    if (!cursor.acceptAny(KINDS)) {
      throw cursor.unexpected("RANGE, LIST, HASH, REFERENCE or SYSTEM");
    }
  }

  /** One piece of it; which may follow which is left to the database that has partitions. */
  private static boolean acceptPart(Cursor cursor) {
    if (cursor.at("(")) {
      cursor.parenthesis();
      return true;
    }
    if (cursor.accept("SUBPARTITION", "BY")) {
      kind(cursor);
      return true;
    }
    if (cursor.acceptAny(Set.of("PARTITIONS", "SUBPARTITIONS"))) {
      cursor.integer();
      return true;
    }
    if (cursor.accept("STORE", "IN")
        || cursor.accept("OVERFLOW", "STORE", "IN")
        || cursor.accept("INTERVAL")
        || cursor.accept("SUBPARTITION", "TEMPLATE")) {
      cursor.parenthesis();
      return true;
    }
    return cursor.accept("AUTOMATIC");
  }
}
