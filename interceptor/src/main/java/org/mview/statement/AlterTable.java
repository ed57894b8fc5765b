package org.mview.statement;

import java.util.List;
import java.util.Optional;

/**
 * ALTER TABLE: of a view's container it may change constraints.
 *
 * @param constraint empty when the statement does anything else, or more
 */
public record AlterTable(QualifiedName table, Optional<ConstraintChange> constraint)
    implements Candidate {
  @Override
  public List<QualifiedName> objects() {
    return List.of(table);
  }
}
