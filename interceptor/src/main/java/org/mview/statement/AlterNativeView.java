package org.mview.statement;

import java.util.List;

/**
 * ALTER MATERIALIZED VIEW with an action that only PostgreSQL has: RENAME TO, OWNER TO, SET ….
 *
 * @param action all that follows the name
 */
public record AlterNativeView(QualifiedName name, SourceText action) implements Candidate {
  @Override
  public List<QualifiedName> objects() {
    return List.of(name);
  }
}
