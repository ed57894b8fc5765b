package org.mview.generated;

/**
 * An item of a select list.
 *
 * @param column what a query over this one sees of it
 */
record Item(String expression, ColumnModel column, Sameness sameness) {
  /** The item of this number, from 0. */
  static Item of(ColumnModel value, int index, Sameness sameness) {
    return new Item(value.name(), value.named("c" + (index + 1)), sameness);
  }

  /** The same where one stands for all that are equal. */
  Item grouped() {
    return new Item(expression, column, column.ofGroup());
  }

  String text() {
    return expression + " AS " + column.name();
  }
}
