package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.util.List;
import org.mview.statement.StorageClause;

/** What becomes of the clauses that say how a database is to store something. */
final class Clauses {
  private final Work work;

  Clauses(Work work) {
    this.work = work;
  }

  /** Refuses what it would deceive to ignore; warns of what is ignored. */
  void check(List<StorageClause> clauses) {
    String database = work.database().dialect().name();
    for (StorageClause clause : clauses) {
      switch (clause.clause().policy(database)) {
        case REFUSE -> throw NOT_SUPPORTED.of("clause " + clause.clause(), "leave it out");
        case WARN, NATIVE ->
            work.warnings()
                .add("%s has no effect on %s and is ignored".formatted(clause.clause(), database));
        case SILENT -> {}
      }
    }
  }
}
