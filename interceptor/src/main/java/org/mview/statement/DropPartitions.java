package org.mview.statement;

import java.util.List;

/** DROP TABLE of partitions, with which their rows go. */
public record DropPartitions(List<QualifiedName> partitions) implements Candidate {
  public DropPartitions {
    partitions = List.copyOf(partitions);
  }

  @Override
  public List<QualifiedName> objects() {
    return partitions;
  }

  @Override
  public boolean movesRows() {
    return true;
  }
}
