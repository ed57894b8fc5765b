package org.mview.statement;

import java.util.List;
import java.util.Optional;

/**
 * ALTER TABLE: of a view's container it may change constraints.
 *
 * @param constraint empty when the statement does anything else, or more
 * @param partition that comes or goes
 */
public record AlterTable(
    QualifiedName table, Optional<ConstraintChange> constraint, Optional<PartitionChange> partition)
    implements Candidate {
  @Override
  public List<QualifiedName> objects() {
    return List.of(table);
  }

  @Override
  public boolean movesRows() {
    return partition.isPresent();
  }
}
