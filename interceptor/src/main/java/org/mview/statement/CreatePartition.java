package org.mview.statement;

import java.util.List;

/** CREATE TABLE … PARTITION OF: another partition of a table, without rows. */
public record CreatePartition(QualifiedName name, QualifiedName whole) implements Candidate {
  @Override
  public List<QualifiedName> objects() {
    return List.of(whole);
  }

  @Override
  public boolean movesRows() {
    return true; // of a default partition, it would: the database refuses that
  }
}
