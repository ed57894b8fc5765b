package org.mview.statement;

import java.util.List;

/**
 * DROP MATERIALIZED VIEW, or DROP SNAPSHOT.
 *
 * @param names at least one; several only PostgreSQL allows
 * @param preserveTable the rows stay, in a plain table of the view's name
 * @param cascade what depends on it goes, too: PostgreSQL's
 */
public record DropMaterializedView(
    List<QualifiedName> names, boolean ifExists, boolean preserveTable, boolean cascade)
    implements Command {
  public DropMaterializedView {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("DROP names a view");
    }
  }
}
