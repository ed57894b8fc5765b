package org.mview.statement;

import java.util.List;

/** ALTER DIMENSION: adds parts, drops parts, or checks what is there. */
public record AlterDimension(
    QualifiedName name, List<DimensionPart> added, List<DimensionPart.Drop> dropped)
    implements Command {
  public AlterDimension {
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
    if (!added.isEmpty() && !dropped.isEmpty()) {
      throw new IllegalArgumentException("one statement adds or drops");
    }
  }

  /** Whether it changes nothing and checks the dimension. */
  public boolean isCompile() {
    return added.isEmpty() && dropped.isEmpty();
  }
}
