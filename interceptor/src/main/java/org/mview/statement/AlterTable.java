package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ALTER TABLE: of a view's container it may change constraints.
 *
 * @param constraint empty when the statement does anything else, or more
 * @param partition that comes or goes
 * @param exchanged a table whose rows go to a partition, or come from one, or both
 */
public record AlterTable(
    QualifiedName table,
    Optional<ConstraintChange> constraint,
    Optional<PartitionChange> partition,
    Optional<QualifiedName> exchanged)
    implements Candidate {
  @Override
  public List<QualifiedName> objects() {
    return Stream.concat(Stream.of(table), exchanged.stream()).toList();
  }

  @Override
  public boolean movesRows() {
    return partition.isPresent();
  }
}
