package org.mview.statement;

import java.util.List;
import java.util.Optional;

/**
 * ALTER MATERIALIZED VIEW LOG, or ALTER SNAPSHOT LOG.
 *
 * @param force whether what the log records already may be added again
 * @param added what it is to record from now on
 */
public record AlterMaterializedViewLog(
    QualifiedName master,
    boolean ifExists,
    boolean force,
    LogContents added,
    Optional<LogPurge> purge,
    List<StorageClause> storage)
    implements Command {
  public AlterMaterializedViewLog {
    storage = List.copyOf(storage);
    if (added.items().contains(LogItem.COMMIT_SCN)) {
      throw new IllegalArgumentException("a log numbers by commits from the start or never");
    }
  }
}
