package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/** Which expressions are NULL as soon as one of their parts is. */
final class Strict {
  private static final Set<String> OPERATORS =
      Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "+", "-", "*", "/", "%", "||");

  private static final List<String> AND = List.of("", " AND ", "");

  private Strict() {}

  /** Whether an expression is NULL where all these columns are. */
  static boolean isNull(Expression expression, Set<Column> columns) {
    if (expression instanceof Column column) {
      return columns.contains(column);
    }
    return expression instanceof Fragment fragment
        && fragment.pieces().stream().map(String::strip).allMatch(Strict::isStrict)
        && fragment.parts().stream().anyMatch(part -> isNull(part, columns));
  }

  private static boolean isStrict(String piece) {
    return List.of(piece.split(" ")).stream()
        .allMatch(word -> word.isEmpty() || OPERATORS.contains(word) || isNumber(word));
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> Character.isDigit(c) || c == '.');
  }

  /** The conditions that AND joins in one that we made of several. */
  static List<Expression> conjuncts(Expression condition) {
    if (!(condition instanceof Fragment fragment) || !fragment.pieces().equals(AND)) {
      return List.of(condition);
    }
    List<Expression> all = new ArrayList<>();
    fragment.parts().forEach(part -> all.addAll(conjuncts(part)));
    return all;
  }
}
