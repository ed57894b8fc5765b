package org.mview.generated;

import java.util.List;
import java.util.Set;

/** What a query can read: a table, a view, or another query. */
interface Source {
  /** As it stands in FROM. */
  String name();

  List<ColumnModel> columns();

  /** What is particular about it. */
  Set<Feature> features();

  /** The names of what it is, or reads, at last. */
  Set<String> bases();

  /** Whether SQL wants another name behind it. */
  default boolean needsAlias() {
    return false;
  }
}
