package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import org.mview.algebra.Filter;
import org.mview.algebra.Relation;
import org.mview.sql.Column;

/**
 * Conditions that rows have to meet: those on their columns first, then the tests of subqueries,
 * then those for which subqueries are joined.
 */
final class WhereBinder {
  private final SelectBinder binder;
  private final Scope scope;
  private final boolean mayRepeat;

  /** The rows that are left, and the conditions that other columns are needed to judge. */
  record Rows(Relation relation, List<org.mview.sql.Expression> links) {}

  /**
   * Conditions over some names.
   *
   * @param mayRepeat whether it does not matter how often a row occurs
   */
  WhereBinder(SelectBinder binder, Scope scope, boolean mayRepeat) {
    this.binder = binder;
    this.scope = scope;
    this.mayRepeat = mayRepeat;
  }

  Rows restrict(Relation rows, List<Expression> nodes) throws SQLException {
    Attachments attachments = new Attachments();
    ExpressionBinder expressions = new ExpressionBinder(Site.plain(binder, scope, attachments));
    List<SubqueryTest> tests = new ArrayList<>();
    List<org.mview.sql.Expression> conditions = new ArrayList<>();
    for (Expression node : nodes) {
      Optional<SubqueryTest> test = SubqueryTest.of(node);
      if (test.isPresent()) {
        tests.add(test.get());
      } else {
        org.mview.sql.Expression condition = expressions.bind(node);
        attachments.requireWhere(columns -> Strict.isNull(condition, columns));
        conditions.addAll(Strict.conjuncts(condition));
      }
    }
    return restrict(rows, conditions, tests, attachments);
  }

  private Rows restrict(
      Relation rows,
      List<org.mview.sql.Expression> conditions,
      List<SubqueryTest> tests,
      Attachments attachments)
      throws SQLException {
    List<org.mview.sql.Expression> links = new ArrayList<>();
    Relation left = filtered(rows, conditions);
    for (SubqueryTest test : tests) {
      left = new SubqueryTests(binder, scope, links, mayRepeat).apply(left, test);
    }
    if (!attachments.isEmpty()) {
      Set<Column> attached = attachments.columns();
      left =
          filtered(
              attachments.join(left),
              conditions.stream()
                  .filter(c -> c.columns().stream().anyMatch(attached::contains))
                  .toList());
    }
    Set<Column> there = new HashSet<>(left.columns());
    conditions.stream().filter(c -> !there.containsAll(c.columns())).forEach(links::add);
    return new Rows(left, links);
  }

  private static Relation filtered(Relation rows, List<org.mview.sql.Expression> conditions) {
    return Filter.of(
        rows, conditions.stream().filter(c -> rows.columns().containsAll(c.columns())).toList());
  }
}
