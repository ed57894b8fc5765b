package org.mview.statement;

/**
 * EXPLAIN MATERIALIZED VIEW v: says how a view is kept. The same of one that could be made, by
 * EXPLAIN MATERIALIZED VIEW AS query, or by EXPLAIN before CREATE MATERIALIZED VIEW.
 */
public record ExplainMaterializedView(Explained what) implements Command {
  @Override
  public boolean returnsRows() {
    return true;
  }
}
