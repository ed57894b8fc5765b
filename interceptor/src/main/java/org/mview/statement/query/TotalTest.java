package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mview.algebra.Filter;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * A test of a subquery that has one group for each row around: HAVING, and what it compares, judged
 * over that group.
 */
final class TotalTest {
  private final Site site;
  private final Inner inner;

  TotalTest(Site site, Inner inner) {
    this.site = site;
    this.inner = inner;
  }

  Relation apply(Relation rows, SubqueryTest test) throws SQLException {
    if (test.not()) {
      throw new NotUnderstood("NOT, of a subquery that has one row: %s".formatted(test.select()));
    }
    List<Expression> left = new ExpressionBinder(site).all(test.left());
    SubqueryTests.checkLengths(test, left, inner);
    Map<Column, Expression> values = new ScalarSubqueries(site).attachTotal(inner);
    List<Expression> conditions = new ArrayList<>(inner.total().orElseThrow().having());
    for (int i = 0; i < left.size(); i++) {
      conditions.add(Comparison.of(left.get(i), test.operator(), inner.outputs().get(i)));
    }
    return Filter.of(
        site.attachments().join(rows),
        conditions.stream()
            .map(c -> c.mapColumns(column -> values.getOrDefault(column, column)))
            .toList());
  }
}
