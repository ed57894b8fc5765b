package org.mview.generated;

import java.util.List;
import java.util.Set;

/**
 * A query that others read: a derived table, a CTE, or a plain view.
 *
 * @param text the query itself
 * @param name by which it is read; empty for a derived table
 */
record InnerQuery(
    String name, String text, List<ColumnModel> columns, Set<Feature> features, Set<String> bases)
    implements Source {
  InnerQuery {
    columns = List.copyOf(columns);
    features = Set.copyOf(features);
    bases = Set.copyOf(bases);
    name = name.isEmpty() ? "(" + text + ")" : name;
  }

  @Override
  public boolean needsAlias() {
    return name.startsWith("(");
  }

  /** The statement that makes a plain view of it. */
  String create() {
    return "CREATE VIEW %s AS %s".formatted(name, text);
  }
}
