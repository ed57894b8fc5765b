package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/**
 * EXISTS and IN inside other expressions: the groups of rows that are found are counted, and joined
 * to the row for which it is asked; where there is no group, nothing was found.
 *
 * <pre>
 *   EXISTS (SELECT … WHERE t.k = o.k)    left join (count by t.k) on t.k = o.k;  count IS NOT NULL
 *   o.x IN (SELECT t.x …)                left join (count by t.x) on o.x = t.x;  count IS NOT NULL,
 *                                        but unknown if o.x or one of the t.x is NULL
 * </pre>
 */
final class SubqueryMarkers {
  private static final Expression YES = Fragment.text("1 = 1");

  private final Site site;

  SubqueryMarkers(Site site) {
    this.site = site;
  }

  Expression bind(SubqueryTest test) throws SQLException {
    Optional<List<Expression>> known = site.attachments().known(test.toString());
    Expression found =
        known.isPresent() ? known.get().get(0) : test.isExists() ? exists(test) : in(test);
    site.attachments().remember(test.toString(), List.of(found));
    return test.not() ? Fragment.of("NOT {}", found) : found;
  }

  private Expression exists(SubqueryTest test) throws SQLException {
    Inner inner = site.binder().inner(test.select(), site.scope(), test.use());
    if (inner.total().isPresent()) {
      return ofTotal(inner);
    }
    return counted(inner, List.of());
  }

  /** There is always a group; only HAVING can say no. */
  private Expression ofTotal(Inner inner) {
    List<Expression> having = inner.total().orElseThrow().having();
    if (having.isEmpty()) {
      return YES;
    }
    Map<Column, Expression> values = new ScalarSubqueries(site).attachTotal(inner);
    Expression condition =
        TotalGroup.all(having).mapColumns(column -> values.getOrDefault(column, column));
    return Fragment.of("CASE WHEN {} THEN 1 = 1 ELSE 1 = 0 END", condition);
  }

  private Expression in(SubqueryTest test) throws SQLException {
    if (!test.operator().equals("=")) {
      throw new NotUnderstood("ANY or ALL inside an expression: %s".formatted(test.select()));
    }
    List<Expression> left = new ExpressionBinder(site).all(test.left());
    Inner inner = site.binder().inner(test.select(), site.scope(), test.use());
    if (inner.total().isPresent()) {
      throw new NotUnderstood("IN a subquery that has one value: %s".formatted(test.select()));
    }
    SubqueryTests.checkLengths(test, left, inner);
    List<Expression> pairs = new ArrayList<>();
    boolean nullable = false;
    for (int i = 0; i < left.size(); i++) {
      pairs.add(Comparison.equal(left.get(i), inner.outputs().get(i)));
      nullable |= SubqueryTests.mayBeNull(left.get(i));
      nullable |= SubqueryTests.mayBeNull(inner.outputs().get(i));
    }
    Expression found = counted(inner, pairs);
    return nullable ? orUnknown(test, left, found) : found;
  }

  /** Joins the counted groups of what links and pairs find, and asks whether there is one. */
  private Expression counted(Inner inner, List<Expression> pairs) {
    List<Expression> links = new ArrayList<>(inner.links());
    links.addAll(pairs);
    Column count = site.binder().symbols().column("found", Type.COUNT);
    if (links.isEmpty()) {
      site.attachments().add(Attachment.always(groups(inner, List.of(), rows(count)).relation()));
      return Fragment.of("{} > 0", count);
    }
    List<LinkKey> keys = LinkKey.of(links, inner.local(), site.binder().symbols());
    Grouping grouping = groups(inner, keys, rows(count));
    Padding padding = attach(grouping, keys);
    return Fragment.of("{} IS NOT NULL", padding.columns().get(count));
  }

  /** Not found is not the same as not there, where NULL is compared. */
  private Expression orUnknown(SubqueryTest test, List<Expression> left, Expression found)
      throws SQLException {
    if (left.size() > 1) {
      throw new NotUnderstood(
          "rows with NULL are looked for inside an expression: %s".formatted(test.select()));
    }
    Inner all = site.binder().inner(test.select(), site.scope(), test.use());
    Column rows = site.binder().symbols().column("rows", Type.COUNT);
    Column values = site.binder().symbols().column("known", Type.COUNT);
    List<Aggregate.Call> calls = new ArrayList<>(rows(rows));
    calls.add(new Aggregate.Call(values, AggregateFunction.count(all.outputs().get(0))));
    List<LinkKey> keys = LinkKey.of(all.links(), all.local(), site.binder().symbols());
    Grouping grouping = groups(all, keys, calls);
    Column number = rows;
    Column known = values;
    if (keys.isEmpty()) {
      site.attachments().add(Attachment.always(grouping.relation()));
    } else {
      Padding padding = attach(grouping, keys);
      number = padding.columns().get(rows);
      known = padding.columns().get(values);
    }
    return Fragment.of(
        "CASE WHEN {} THEN 1 = 1 WHEN {} THEN 1 = 0 WHEN {} OR {} THEN NULL ELSE 1 = 0 END",
        found,
        Fragment.of("COALESCE({}, 0) = 0", number),
        Fragment.of("{} IS NULL", left.get(0)),
        Fragment.of("{} < {}", known, number));
  }

  private Grouping groups(Inner inner, List<LinkKey> keys, List<Aggregate.Call> calls) {
    Set<Expression> by = new LinkedHashSet<>();
    keys.forEach(key -> by.add(key.inner()));
    return new Grouping(inner.relation(), List.copyOf(by), calls, site.binder().symbols());
  }

  private Padding attach(Grouping grouping, List<LinkKey> keys) {
    Padding padding = Padding.of(grouping.relation(), site.binder().symbols());
    List<Expression> links =
        keys.stream().map(key -> padding.map(key.on(grouping.key(key.inner())))).toList();
    site.attachments().add(new Attachment(padding.relation(), links, true));
    return padding;
  }

  private static List<Aggregate.Call> rows(Column count) {
    return List.of(new Aggregate.Call(count, AggregateFunction.COUNT_ROWS));
  }
}
