package org.mview.command;

import static org.mview.error.MViewError.AGGREGATE_IN_CHECK;

import java.util.Set;
import org.mview.sql.QualifiedName;
import org.mview.statement.ConstraintRule;
import org.mview.statement.Words;

/** A constraint is judged row by row, so an aggregate function has no place in it. */
final class AggregateCheck {
  private static final Set<String> AGGREGATES =
      Set.of("SUM(", "COUNT(", "AVG(", "STDDEV(", "VARIANCE(", "TOTAL(");

  private final QualifiedName table;

  AggregateCheck(QualifiedName table) {
    this.table = table;
  }

  void refuse(ConstraintRule.Check check) {
    if (Words.calls(check.condition().text()).stream().anyMatch(AGGREGATES::contains)) {
      throw AGGREGATE_IN_CHECK.of(table);
    }
  }
}
