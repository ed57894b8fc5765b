package org.mview.statement;

/** A column that a dimension speaks of; its table is always named. */
public record DimensionColumn(QualifiedName table, Name column) {
  /** As SQL writes it. */
  @Override
  public String toString() {
    return table + "." + column;
  }
}
