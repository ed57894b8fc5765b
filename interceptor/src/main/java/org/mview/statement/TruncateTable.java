package org.mview.statement;

import java.util.List;
import java.util.Optional;

/**
 * TRUNCATE TABLE.
 *
 * @param log what is to become of the tables' logs; the database never sees this clause
 * @param cascade whether tables that refer to these are emptied, too
 */
public record TruncateTable(List<QualifiedName> tables, Optional<LogClause> log, boolean cascade)
    implements Candidate {
  /**
   * PRESERVE or PURGE MATERIALIZED VIEW LOG.
   *
   * @param purge whether what is logged goes as well
   */
  public record LogClause(boolean purge, SourceText source) {}

  public TruncateTable {
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("TRUNCATE names a table");
    }
  }

  @Override
  public boolean movesRows() {
    return true;
  }

  @Override
  public List<QualifiedName> objects() {
    return tables;
  }
}
