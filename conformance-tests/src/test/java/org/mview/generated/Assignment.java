package org.mview.generated;

/**
 * A column that an UPDATE sets.
 *
 * @param computed whether the value is made of columns: then it differs from row to row
 */
record Assignment(ColumnModel column, String value, boolean computed) {
  static Assignment computed(ColumnModel column, String expression) {
    return new Assignment(column, expression, true);
  }

  static Assignment of(ColumnModel column, String literal) {
    return new Assignment(column, literal, false);
  }

  @Override
  public String toString() {
    return column.name() + " = " + value;
  }
}
