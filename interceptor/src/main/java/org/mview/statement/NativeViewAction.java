package org.mview.statement;

import java.util.Set;

/** Actions of ALTER MATERIALIZED VIEW that PostgreSQL has and Oracle has not. */
final class NativeViewAction {
  private static final Set<String> BEGINNINGS =
      Set.of("RENAME", "OWNER", "SET", "RESET", "ALTER", "CLUSTER", "ATTACH", "DEPENDS");

  private NativeViewAction() {}

  static boolean isNext(Cursor cursor) {
    boolean partition = cursor.at("RENAME", "PARTITION") || cursor.at("SET", "INTERVAL");
    boolean template = cursor.at("SET", "SUBPARTITION") || cursor.at("RENAME", "SUBPARTITION");
    if (partition || template) {
      return false;
    }
    return cursor.atAny(BEGINNINGS) || cursor.at("NO", "DEPENDS");
  }

  static SourceText parse(Cursor cursor) {
    int start = cursor.offset();
    if (!cursor.acceptRest()) {
      throw cursor.unexpected("the end of the statement");
    }
    return cursor.since(start);
  }
}
