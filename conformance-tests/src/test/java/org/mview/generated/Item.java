package org.mview.generated;

/**
 * An item of a select list.
 *
 * @param column what a query over this one sees of it
 */
record Item(String expression, ColumnModel column, Sameness sameness) {
  String text() {
    return expression + " AS " + column.name();
  }
}
