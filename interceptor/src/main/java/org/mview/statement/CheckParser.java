package org.mview.statement;

import java.util.Optional;

/** CHECK and REPAIR MATERIALIZED VIEWS. */
final class CheckParser {
  private CheckParser() {}

  /** Behind CHECK, or at REPAIR; empty when what follows is the database's own. */
  static Optional<Command> parse(Cursor cursor) {
    boolean repair = cursor.accept("REPAIR");
    if (!cursor.accept("MATERIALIZED")) {
      return Optional.empty();
    }
    cursor.expect("VIEWS");
    cursor.expectEnd();
    return Optional.of(new CheckMaterializedViews(repair));
  }
}
