package org.mview.statement;

/** DROP MATERIALIZED VIEW LOG, or DROP SNAPSHOT LOG. */
public record DropMaterializedViewLog(QualifiedName master, boolean ifExists) implements Command {}
