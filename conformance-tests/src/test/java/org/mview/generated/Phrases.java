package org.mview.generated;

import java.util.List;

/**
 * What can be said of rows in a database.
 *
 * @param values ways to compute a value of a row
 * @param conditions on a row
 * @param aggregates whose value is always kept by changes
 * @param tame those of them whose values stay in range, whatever the numbers
 * @param distinctCalls functions that take DISTINCT
 * @param list all values of a group, in one text
 * @param joins ways to join one more table
 * @param groupings what may stand behind GROUP BY, around the keys
 * @param same compares two values, of which NULL is like NULL
 */
record Phrases(
    List<Value> values,
    List<Condition> conditions,
    List<Aggregate> aggregates,
    List<Aggregate> tame,
    List<String> distinctCalls,
    String list,
    List<Join> joins,
    List<String> groupings,
    String same) {

  /** A way to compute a value. */
  interface Value {
    /** The value of any column, or of a number. */
    ColumnModel of(RandomExpressions row, ColumnModel any, ColumnModel number);
  }

  /** A way to say something of a row. */
  interface Condition {
    /** What is said of a column, by a value that it may have. */
    String of(RandomExpressions row, ColumnModel any, String literal);
  }

  /** A way to say something of a group. */
  interface Aggregate {
    /** A call over a value, mostly a number. */
    Item of(RandomExpressions row, ColumnModel value, String alias);
  }

  /** A way to join. */
  interface Join {
    /** Joins a source by its text. */
    String of(JoinClause clause, String text);
  }

  /** A call as an item. */
  static Item item(String call, Domain domain, Sameness sameness, String alias) {
    return new Item(call, ColumnModel.of(alias, domain), sameness);
  }
}
