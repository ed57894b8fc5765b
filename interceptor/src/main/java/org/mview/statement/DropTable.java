package org.mview.statement;

import java.util.List;

/** DROP TABLE. */
public record DropTable(List<QualifiedName> tables, boolean ifExists) implements Candidate {
  public DropTable {
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
