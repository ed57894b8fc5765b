package org.mview.statement.query;

import java.util.regex.Pattern;
import net.sf.jsqlparser.statement.select.OrderByElement;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/**
 * A term of ORDER BY.
 *
 * @param direction what stands behind the expression, with a blank before it; empty for none
 */
record Ordering(Expression value, String direction) {
  private static final Pattern DIRECTION =
      Pattern.compile("( ASC| DESC)?( NULLS (FIRST|LAST))?", Pattern.CASE_INSENSITIVE);

  /** What stands behind the expression of a term. */
  static String direction(OrderByElement element) {
    String text = element.toString();
    String value = element.getExpression().toString();
    String direction = text.startsWith(value) ? text.substring(value.length()) : text;
    if (!DIRECTION.matcher(direction).matches()) {
      throw new NotUnderstood("an order that is not understood: %s".formatted(element));
    }
    return direction;
  }

  /** The term as the database takes it. */
  Expression term() {
    return direction.isEmpty() ? value : Fragment.of("{}" + direction, value);
  }
}
