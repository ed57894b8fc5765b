package org.mview.refresh;

import java.util.LinkedHashSet;
import java.util.Set;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** The tables that a query reads. */
public final class Masters {
  private Masters() {}

  /** The names of the tables, each once. */
  public static Set<QualifiedName> of(Relation relation) {
    Set<QualifiedName> names = new LinkedHashSet<>();
    collect(relation, names);
    return names;
  }

  private static void collect(Relation relation, Set<QualifiedName> names) {
    if (relation instanceof Scan scan) {
      names.add(scan.table().name());
    }
    relation.inputs().forEach(input -> collect(input, names));
  }

  /** The columns of a table that a query reads. */
  public static Set<Identifier> columns(Relation relation, QualifiedName table) {
    Set<Identifier> columns = new LinkedHashSet<>();
    if (relation instanceof Scan scan && scan.table().name().equals(table)) {
      columns.addAll(scan.sources());
    }
    relation.inputs().forEach(input -> columns.addAll(columns(input, table)));
    return columns;
  }
}
