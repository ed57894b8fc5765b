package org.mview.statement.query;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Same;

/**
 * Comparisons of values.
 *
 * <p>A column lends its collation to what it is compared with, an expression does not. A computed
 * column of a query is a column to its user and may be an expression again in the SQL that we
 * write, so it must not matter which of them it is.
 */
final class Comparison {
  private static final Set<String> OPERATORS = Set.of("=", "==", "<>", "!=", "<", "<=", ">", ">=");

  private Comparison() {}

  static boolean isOne(String operator) {
    return OPERATORS.contains(operator);
  }

  static Fragment equal(Expression left, Expression right) {
    check(left, right);
    return Fragment.equal(left, right);
  }

  static Same same(Expression left, Expression right) {
    check(left, right);
    return new Same(left, right);
  }

  static Fragment of(Expression left, String operator, Expression right) {
    check(left, right);
    return operator.equals("=")
        ? Fragment.equal(left, right)
        : Fragment.of("{} " + operator + " {}", left, right);
  }

  /** Ends the reading if it is not certain by which collation two values are compared. */
  static void check(Expression left, Expression right) {
    if (left instanceof Column first
        && right instanceof Column second
        && (first.type().isComputed() || second.type().isComputed())
        && !collation(first).equals(collation(second))) {
      throw new NotUnderstood(
          "%s and %s are compared, which have other collations: add COLLATE", left, right);
    }
  }

  private static Optional<String> collation(Column column) {
    return column.type().collation().map(name -> name.toUpperCase(Locale.ROOT));
  }
}
