package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.select.OrderByElement;
import org.jspecify.annotations.Nullable;
import org.mview.algebra.Relation;
import org.mview.algebra.Top;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/** ORDER BY, where a limit makes it matter. */
final class OrderBinder {
  private final Site site;
  private final List<Expression> outputs;

  /**
   * Orders by expressions at a site, or by outputs that are named or counted.
   *
   * @param outputs the select list
   */
  OrderBinder(Site site, List<Expression> outputs) {
    this.site = site;
    this.outputs = outputs;
  }

  List<Ordering> terms(@Nullable List<OrderByElement> elements) throws SQLException {
    List<Ordering> terms = new ArrayList<>();
    if (elements != null) {
      for (OrderByElement element : elements) {
        terms.add(new Ordering(value(element.getExpression()), Ordering.direction(element)));
      }
    }
    return terms;
  }

  /** A name alone is that of an output first; in an expression it is that of a column first. */
  private Expression value(net.sf.jsqlparser.expression.Expression node) throws SQLException {
    if (node instanceof LongValue place) {
      if (place.getValue() < 1 || place.getValue() > outputs.size()) {
        throw new NotUnderstood("ORDER BY %s names no column".formatted(place));
      }
      return outputs.get((int) place.getValue() - 1);
    }
    Optional<Expression> alias =
        node instanceof net.sf.jsqlparser.schema.Column column && column.getTable() == null
            ? site.scope().alias(Quoting.without(column.getColumnName()))
            : Optional.empty();
    return alias.isPresent() ? alias.get() : new ExpressionBinder(site).bind(node);
  }

  /** The first rows, if it is certain which they are. */
  static Relation top(Relation rows, List<Ordering> order, LimitClause limit, Symbols symbols) {
    TotalOrder.check(rows, columns(order), Fragment.text("LIMIT"), symbols);
    List<Expression> terms =
        order.stream()
            .filter(term -> !term.value().columns().isEmpty())
            .map(Ordering::term)
            .toList();
    return new Top(rows, terms, limit.skipped(), limit.rows());
  }

  static Set<Column> columns(List<Ordering> order) {
    Set<Column> columns = new HashSet<>();
    for (Ordering term : order) {
      if (term.value() instanceof Column column) {
        columns.add(column);
      }
    }
    return columns;
  }
}
