package org.mview.statement;

import java.util.List;
import java.util.Optional;

/**
 * DROP INDEX.
 *
 * @param indexes at least one; several only PostgreSQL allows
 * @param table where the statement names it, as MySQL's and SQL Server's do
 */
public record DropIndex(
    List<QualifiedName> indexes, boolean ifExists, Optional<QualifiedName> table)
    implements Candidate {
  public DropIndex {
    indexes = List.copyOf(indexes);
    if (indexes.isEmpty()) {
      throw new IllegalArgumentException("DROP names an index");
    }
  }

  /** The table where it is named, else the indexes. */
  @Override
  public List<QualifiedName> objects() {
    return table.map(List::of).orElse(indexes);
  }
}
