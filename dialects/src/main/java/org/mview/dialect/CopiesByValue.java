package org.mview.dialect;

import java.util.ArrayList;
import java.util.List;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/**
 * Copies of rows where a row has no identity but its values: all copies of a row go, and those that
 * are left come back.
 *
 * @param same a pattern of a condition: whether two values are equal, or both are NULL
 * @param exact a pattern of what tells apart values that are equal, and not the same: of a value,
 *     and of the one beside it. A change may be read from one part of a union, and be of another
 *     type than the table: 4 where that has 4.00
 */
public record CopiesByValue(String same, String exact) {
  /**
   * Conditions by which a row t of the table is a copy of one of the stage s, from which some go.
   */
  public String conditions(Statement.DeleteCopies delete, SqlWriter writer) {
    StringBuilder conditions = new StringBuilder("s." + writer.name(delete.weight()) + " < 0");
    for (int i = 0; i < delete.columns().size(); i++) {
      String column = "t." + writer.name(delete.columns().get(i));
      String staged = "s." + writer.name(delete.stageColumns().get(i));
      conditions.append(" AND ").append(same.formatted(column, staged));
      if (isBlurred(delete, i)) {
        conditions
            .append(" AND ")
            .append(
                same.formatted(exact.formatted(column, staged), exact.formatted(staged, column)));
      }
    }
    return conditions.toString();
  }

  /** The rows that come back, each with the number of its copies. */
  public String left(Query.CopiesLeft left, SqlWriter writer) {
    Statement.DeleteCopies delete = left.delete();
    String weight = "s." + writer.name(delete.weight());
    List<String> terms = new ArrayList<>();
    delete.stageColumns().forEach(column -> terms.add("s." + writer.name(column)));
    List<String> values = new ArrayList<>(terms);
    for (int i = 0; i < delete.columns().size(); i++) {
      if (isBlurred(delete, i)) {
        String staged = "s." + writer.name(delete.stageColumns().get(i));
        terms.add(exact.formatted(staged, staged));
      }
    }
    values.add("COUNT(*) + " + weight);
    terms.add(weight);
    return "SELECT %s FROM %s AS s CROSS JOIN %s AS t WHERE %s GROUP BY %s HAVING COUNT(*) + %s > 0"
        .formatted(
            SqlWriter.list(values),
            writer.source(delete.stage()),
            writer.name(delete.from()),
            conditions(delete, writer),
            SqlWriter.list(terms),
            weight);
  }

  private static boolean isBlurred(Statement.DeleteCopies delete, int column) {
    return delete.blurred().contains(delete.columns().get(column));
  }
}
