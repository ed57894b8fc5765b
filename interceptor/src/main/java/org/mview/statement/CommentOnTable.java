package org.mview.statement;

import java.util.List;

/**
 * COMMENT ON TABLE.
 *
 * @param comment empty to take the comment away
 */
public record CommentOnTable(QualifiedName table, String comment) implements Candidate {
  @Override
  public List<QualifiedName> objects() {
    return List.of(table);
  }
}
