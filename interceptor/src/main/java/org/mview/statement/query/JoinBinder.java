package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.statement.select.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.statement.query.Scope.Visible;

/** Two sides of FROM, joined. */
final class JoinBinder {
  private final SelectBinder binder;
  private final FromBinder.Bound left;
  private final FromBinder.Bound right;

  JoinBinder(SelectBinder binder, FromBinder.Bound left, FromBinder.Bound right) {
    this.binder = binder;
    this.left = left;
    this.right = right;
  }

  FromBinder.Bound bind(Join join) throws SQLException {
    Whole.check(join);
    List<net.sf.jsqlparser.expression.Expression> on = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression node : join.getOnExpressions()) {
      on.addAll(ExpressionBinder.conjuncts(node));
    }
    List<String> shared = shared(join);
    if (!join.isLeft() && !join.isRight() && !join.isFull()) {
      return inner(on, shared);
    }
    boolean linked = !left.links().isEmpty() || !right.links().isEmpty();
    if (linked || join.getOnExpressions().size() > 1 || (join.isOuter() && join.isSimple())) {
      throw new NotUnderstood("an outer join: %s".formatted(join));
    }
    return join.isFull() ? full(on, shared) : join.isLeft() ? left(on, shared) : right(on, shared);
  }

  private FromBinder.Bound inner(
      List<net.sf.jsqlparser.expression.Expression> on, List<String> shared) throws SQLException {
    Scope scope = left.scope().and(merged(right.scope(), shared));
    List<Expression> conditions = equalities(left.scope(), right.scope(), shared);
    Relation both = new org.mview.algebra.Join(left.relation(), right.relation(), List.of());
    List<net.sf.jsqlparser.expression.Expression> tests = new ArrayList<>();
    Attachments attachments = new Attachments();
    ExpressionBinder expressions =
        new ExpressionBinder(
            Site.plain(
                binder, left.scope().and(right.scope()).inside(binder.around()), attachments));
    List<Expression> links = new ArrayList<>(left.links());
    links.addAll(right.links());
    for (net.sf.jsqlparser.expression.Expression node : on) {
      if (Subqueries.isIn(node)) {
        tests.add(node);
        continue;
      }
      for (Expression condition : Strict.conjuncts(expressions.bind(node))) {
        (both.columns().containsAll(condition.columns()) ? conditions : links).add(condition);
      }
    }
    Relation joined = new org.mview.algebra.Join(left.relation(), right.relation(), conditions);
    if (!tests.isEmpty()) {
      WhereBinder.Rows rows =
          new WhereBinder(binder, scope.inside(binder.around()), false).restrict(joined, tests);
      joined = rows.relation();
      links.addAll(rows.links());
    }
    return new FromBinder.Bound(joined, scope, links);
  }

  private FromBinder.Bound left(
      List<net.sf.jsqlparser.expression.Expression> on, List<String> shared) throws SQLException {
    Padding padding = Padding.of(right.relation(), binder.symbols());
    Scope padded = padded(right.scope(), padding);
    Relation joined = outer(left.relation(), left.scope(), padding.relation(), padded, on, shared);
    return new FromBinder.Bound(joined, left.scope().and(merged(padded, shared)), List.of());
  }

  private FromBinder.Bound right(
      List<net.sf.jsqlparser.expression.Expression> on, List<String> shared) throws SQLException {
    Padding padding = Padding.of(left.relation(), binder.symbols());
    Scope padded = padded(left.scope(), padding);
    WhereBinder.Rows rows =
        new WhereBinder(binder, padded.and(right.scope()).inside(binder.around()), false)
            .restrict(padding.relation(), on);
    List<Expression> conditions = equalities(padded, right.scope(), shared);
    conditions.addAll(rows.links());
    Scope places = replaced(padded, shared, name -> (Column) right.scope().find(name));
    return new FromBinder.Bound(
        new OuterJoin(right.relation(), rows.relation(), orAlways(conditions), false),
        places.and(merged(right.scope(), shared)),
        List.of());
  }

  /** The right side restricted by what concerns it alone; the rest decides about pairs. */
  private Relation outer(
      Relation kept,
      Scope keptScope,
      Relation padded,
      Scope paddedScope,
      List<net.sf.jsqlparser.expression.Expression> on,
      List<String> shared)
      throws SQLException {
    WhereBinder.Rows rows =
        new WhereBinder(binder, keptScope.and(paddedScope).inside(binder.around()), false)
            .restrict(padded, on);
    List<Expression> conditions = equalities(keptScope, paddedScope, shared);
    conditions.addAll(rows.links());
    return new OuterJoin(kept, rows.relation(), orAlways(conditions), false);
  }

  private FromBinder.Bound full(
      List<net.sf.jsqlparser.expression.Expression> on, List<String> shared) throws SQLException {
    Padding first = Padding.of(left.relation(), binder.symbols());
    Padding second = Padding.of(right.relation(), binder.symbols());
    Scope ofLeft = padded(left.scope(), first);
    Scope ofRight = padded(right.scope(), second);
    List<Expression> conditions = equalities(ofLeft, ofRight, shared);
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
    return shared.isEmpty()
        ? new FromBinder.Bound(joined, ofLeft.and(ofRight), List.of())
        : coalesced(joined, ofLeft, ofRight, shared);
  }

  /** A shared column of a full join has the value of the side that has one. */
  private FromBinder.Bound coalesced(
      Relation joined, Scope ofLeft, Scope ofRight, List<String> shared) {
    List<Project.Item> items =
        new ArrayList<>(joined.columns().stream().map(Project.Item::of).toList());
    List<Column> values = new ArrayList<>();
    for (String name : shared) {
      Expression value = Fragment.of("COALESCE({}, {})", ofLeft.find(name), ofRight.find(name));
      values.add(binder.symbols().output(name, value));
      items.add(new Project.Item(values.get(values.size() - 1), value));
    }
    Scope places = replaced(ofLeft, shared, name -> values.get(indexOf(shared, name)));
    return new FromBinder.Bound(
        new Project(joined, items), places.and(merged(ofRight, shared)), List.of());
  }

  private static int indexOf(List<String> names, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static List<Expression> orAlways(List<Expression> conditions) {
    return conditions.isEmpty() ? ScalarSubqueries.ALWAYS : conditions;
  }

  private static List<Expression> equalities(Scope left, Scope right, List<String> shared) {
    List<Expression> conditions = new ArrayList<>();
    for (String name : shared) {
      conditions.add(Comparison.equal(left.find(name), right.find(name)));
    }
    return conditions;
  }

  private List<String> shared(Join join) {
    if (join.isNatural()) {
      List<Visible> ofRight = right.scope().all(Optional.empty());
      return left.scope().all(Optional.empty()).stream()
          .map(Visible::name)
          .filter(name -> ofRight.stream().anyMatch(v -> v.isCalled(name)))
          .toList();
    }
    return join.getUsingColumns().stream()
        .map(column -> Quoting.without(column.getColumnName()))
        .toList();
  }

  private static Scope padded(Scope scope, Padding padding) {
    return Scope.of(
        scope.visible().stream()
            .map(v -> v.with(padding.columns().getOrDefault(v.column(), v.column())))
            .toList());
  }

  private static Scope merged(Scope scope, List<String> names) {
    return Scope.of(
        scope.visible().stream().map(v -> isShared(v, names) ? v.asMerged() : v).toList());
  }

  /** Shared columns stand where the left side has them, with values from elsewhere. */
  private static Scope replaced(
      Scope scope, List<String> names, java.util.function.Function<String, Column> value) {
    List<Visible> visible = new ArrayList<>();
    for (Visible v : scope.visible()) {
      if (isShared(v, names) && !v.merged()) {
        visible.add(new Visible(Optional.empty(), v.name(), value.apply(v.name()), false));
        visible.add(v.asMerged());
      } else {
        visible.add(v);
      }
    }
    return Scope.of(visible);
  }

  private static boolean isShared(Visible column, List<String> names) {
    return names.stream().anyMatch(column::isCalled);
  }
}
