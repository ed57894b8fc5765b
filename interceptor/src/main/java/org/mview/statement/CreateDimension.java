package org.mview.statement;

import java.util.List;

/**
 * CREATE DIMENSION.
 *
 * @param parts levels first, then hierarchies and attributes
 */
public record CreateDimension(QualifiedName name, List<DimensionPart> parts) implements Command {
  public CreateDimension {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a dimension has a level");
    }
  }
}
