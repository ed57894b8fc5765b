package org.mview.statement.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mview.algebra.Project;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;

/**
 * Whether sums of an expression can be expected to be exact.
 *
 * <p>A guess is enough: where it is not certain, the database looks at each value.
 */
final class Arithmetics {
  private static final Set<String> KEEPING =
      Set.of(
          "+",
          "-",
          "*",
          "case",
          "when",
          "then",
          "else",
          "end",
          "coalesce",
          "ifnull",
          "abs",
          "iif",
          "nullif",
          "and",
          "or",
          "not",
          "=",
          "<",
          ">",
          "<=",
          ">=",
          "<>",
          "is",
          "null",
          "in",
          "between",
          "like",
          "cast",
          "as",
          "integer",
          "int",
          "bigint",
          "min",
          "max",
          "sign");

  private Arithmetics() {}

  /** What is known of an expression that is not a column. */
  static Type type(Expression expression) {
    if (expression.equals(Project.NULL)) {
      return Type.NULL;
    }
    return Type.ANY.arithmetic(of(expression)).collation(Collations.of(expression));
  }

  static Arithmetic of(Expression expression) {
    if (expression instanceof Column column) {
      return column.type().arithmetic();
    } else if (expression instanceof Fragment fragment) {
      boolean exact =
          fragment.pieces().stream().allMatch(Arithmetics::isExact)
              && fragment.parts().stream()
                  .allMatch(part -> of(part) != Arithmetic.APPROXIMATE || isCondition(part));
      return exact ? Arithmetic.BY_VALUE : Arithmetic.APPROXIMATE;
    }
    return Arithmetic.APPROXIMATE;
  }

  /** A condition is 0 or 1, whatever it compares. */
  static boolean isCondition(Expression expression) {
    return expression instanceof Fragment fragment && fragment.isCondition();
  }

  /** Whether a text stands in an expression, elsewhere than in a condition. */
  static boolean hasText(Expression expression) {
    return expression instanceof Fragment fragment
        && !isCondition(fragment)
        && !isList(fragment)
        && (fragment.pieces().stream().anyMatch(piece -> piece.indexOf('\'') >= 0)
            || fragment.parts().stream().anyMatch(Arithmetics::hasText));
  }

  private static boolean isList(Fragment fragment) {
    return fragment.pieces().stream()
        .map(piece -> piece.strip().toUpperCase(Locale.ROOT))
        .anyMatch(piece -> piece.matches("(NOT )?(IN|BETWEEN)\\b.*"));
  }

  private static boolean isExact(String piece) {
    return List.of(piece.toLowerCase(Locale.ROOT).split("[\\s(),]+")).stream()
        .filter(word -> !word.isEmpty())
        .allMatch(word -> KEEPING.contains(word) || word.matches("-?\\d+") || word.startsWith("'"));
  }
}
