package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.sf.jsqlparser.statement.select.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/** LEFT, RIGHT and FULL JOIN. */
final class OuterJoinBinder {
  private final SelectBinder binder;
  private final FromBinder.Bound left;
  private final FromBinder.Bound right;
  private final SharedColumns shared;

  OuterJoinBinder(
      SelectBinder binder, FromBinder.Bound left, FromBinder.Bound right, SharedColumns shared) {
    this.binder = binder;
    this.left = left;
    this.right = right;
    this.shared = shared;
  }

  FromBinder.Bound bind(Join join, List<net.sf.jsqlparser.expression.Expression> on)
      throws SQLException {
    boolean linked = !left.links().isEmpty() || !right.links().isEmpty();
    boolean sided = join.isLeft() || join.isRight() || join.isFull();
    if (linked || !sided || join.getOnExpressions().size() > 1) {
      throw new NotUnderstood("an outer join that is not understood: %s".formatted(join));
    }
    return join.isFull() ? full(on) : join.isRight() ? right(on) : left(on);
  }

  private FromBinder.Bound left(List<net.sf.jsqlparser.expression.Expression> on)
      throws SQLException {
    Padding padding = Padding.of(right.relation(), binder.symbols());
    Scope padded = padded(right.scope(), padding);
    WhereBinder.Rows rows = restricted(padding, left.scope().and(padded), on);
    List<Expression> conditions = shared.equalities(left.scope(), padded);
    conditions.addAll(rows.links());
    return new FromBinder.Bound(
        new OuterJoin(left.relation(), rows.relation(), orAlways(conditions), false),
        left.scope().and(shared.merged(padded)),
        List.of());
  }

  /** A left join, its sides exchanged; the columns keep their places. */
  private FromBinder.Bound right(List<net.sf.jsqlparser.expression.Expression> on)
      throws SQLException {
    Padding padding = Padding.of(left.relation(), binder.symbols());
    Scope padded = padded(left.scope(), padding);
    WhereBinder.Rows rows = restricted(padding, padded.and(right.scope()), on);
    List<Expression> conditions = shared.equalities(padded, right.scope());
    conditions.addAll(rows.links());
    Scope places = shared.replaced(padded, name -> (Column) right.scope().find(name));
    return new FromBinder.Bound(
        new OuterJoin(right.relation(), rows.relation(), orAlways(conditions), false),
        places.and(shared.merged(right.scope())),
        List.of());
  }

  /** The padded side, restricted by what concerns it alone; the rest decides about pairs. */
  private WhereBinder.Rows restricted(
      Padding padding, Scope scope, List<net.sf.jsqlparser.expression.Expression> on)
      throws SQLException {
    return new WhereBinder(binder, scope.inside(binder.around()), false)
        .restrict(padding.relation(), on);
  }

  private FromBinder.Bound full(List<net.sf.jsqlparser.expression.Expression> on)
      throws SQLException {
    Padding first = Padding.of(left.relation(), binder.symbols());
    Padding second = Padding.of(right.relation(), binder.symbols());
    Scope ofLeft = padded(left.scope(), first);
    Scope ofRight = padded(right.scope(), second);
    List<Expression> conditions = shared.equalities(ofLeft, ofRight);
    Attachments none = new Attachments();
    ExpressionBinder expressions =
        new ExpressionBinder(Site.plain(binder, ofLeft.and(ofRight).inside(binder.around()), none));
    for (net.sf.jsqlparser.expression.Expression node : on) {
      conditions.add(expressions.bind(node));
    }
    if (!none.isEmpty()) {
      throw new NotUnderstood("a subquery in ON of a full join: %s".formatted(on));
    }
    Relation joined =
        new OuterJoin(first.relation(), second.relation(), orAlways(conditions), true);
    return coalesced(joined, ofLeft, ofRight);
  }

  /** A shared column of a full join has the value of the side that has one. */
  private FromBinder.Bound coalesced(Relation joined, Scope ofLeft, Scope ofRight) {
    List<Project.Item> items =
        new ArrayList<>(joined.columns().stream().map(Project.Item::of).toList());
    Map<String, Column> values = new TreeMap<>();
    for (String name : shared.names()) {
      Expression value = Fragment.of("COALESCE({}, {})", ofLeft.find(name), ofRight.find(name));
      Column column = binder.symbols().output(name, value);
      values.put(name.toLowerCase(Locale.ROOT), column);
      items.add(new Project.Item(column, value));
    }
    Scope places = shared.replaced(ofLeft, name -> values.get(name.toLowerCase(Locale.ROOT)));
    return new FromBinder.Bound(
        shared.isEmpty() ? joined : new Project(joined, items),
        places.and(shared.merged(ofRight)),
        List.of());
  }

  private static Scope padded(Scope scope, Padding padding) {
    return Scope.of(
        scope.visible().stream()
            .map(v -> v.with(padding.columns().getOrDefault(v.column(), v.column())))
            .toList());
  }

  private static List<Expression> orAlways(List<Expression> conditions) {
    return conditions.isEmpty() ? ScalarSubqueries.ALWAYS : conditions;
  }
}
