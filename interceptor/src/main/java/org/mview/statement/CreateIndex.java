package org.mview.statement;

import java.util.List;
import java.util.Optional;

/**
 * CREATE INDEX.
 *
 * @param index a name of its own; PostgreSQL makes one up when it is missing
 * @param heading from behind INDEX to before the table
 * @param tableSource where the text names the table
 * @param columns what is indexed, with the parentheses
 * @param storage clauses of Oracle's at the end that another database would not read
 */
public record CreateIndex(
    Kind kind,
    Optional<QualifiedName> index,
    SourceText heading,
    QualifiedName table,
    SourceText tableSource,
    SourceText columns,
    List<StorageClause> storage)
    implements Candidate {
  /** What kind of index. */
  public enum Kind {
    NORMAL,
    UNIQUE,
    BITMAP
  }

  public CreateIndex {
    storage = List.copyOf(storage);
  }

  @Override
  public List<QualifiedName> objects() {
    return List.of(table);
  }
}
