package org.mview.statement;

import java.util.List;

/** DROP TABLE, or DROP VIEW: what a materialized view looks like depends on how it is kept. */
public record DropTableOrView(List<QualifiedName> tables, boolean ifExists) implements Candidate {
  public DropTableOrView {
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("DROP names a table");
    }
  }

  @Override
  public List<QualifiedName> objects() {
    return tables;
  }
}
