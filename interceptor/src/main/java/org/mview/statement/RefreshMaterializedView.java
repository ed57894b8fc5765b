package org.mview.statement;

/**
 * PostgreSQL's REFRESH MATERIALIZED VIEW.
 *
 * @param withData whether it is filled; otherwise it is emptied, and cannot be read until it is
 *     refreshed
 */
public record RefreshMaterializedView(QualifiedName name, boolean concurrently, boolean withData)
    implements Command {
  public RefreshMaterializedView {
    if (concurrently && !withData) {
      throw new IllegalArgumentException("what is emptied cannot be read meanwhile");
    }
  }
}
