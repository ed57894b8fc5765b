package org.mview.statement;

import java.util.List;

/** CREATE MATERIALIZED VIEW LOG, or CREATE SNAPSHOT LOG. */
public record CreateMaterializedViewLog(
    QualifiedName master,
    boolean ifNotExists,
    LogContents contents,
    LogPurge purge,
    List<StorageClause> storage)
    implements Command {
  /** When nothing is said. */
  static final LogPurge DEFAULT_PURGE = new LogPurge.Immediate(false);

  public CreateMaterializedViewLog {
    storage = List.copyOf(storage);
  }
}
