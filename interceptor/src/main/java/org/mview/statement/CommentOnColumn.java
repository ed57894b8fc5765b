package org.mview.statement;

import java.util.List;

/**
 * COMMENT ON COLUMN.
 *
 * @param comment empty to take the comment away
 */
public record CommentOnColumn(QualifiedName table, Name column, String comment)
    implements Candidate {
  @Override
  public List<QualifiedName> objects() {
    return List.of(table);
  }
}
