package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.select.PlainSelect;
import org.mview.algebra.Filter;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * One query block: SELECT … FROM … WHERE … GROUP BY … HAVING … WINDOW … ORDER BY … LIMIT.
 *
 * <p>All expressions are bound first: then it is known whether there are groups, and what
 * subqueries and window functions have to be joined to the rows, or to the groups.
 */
final class BlockBinder {
  private final SelectBinder binder;
  private final PlainSelect select;
  private final Use use;
  private final Attachments attachments = new Attachments();
  private final Calls calls;
  private final WindowCalls windows;

  BlockBinder(SelectBinder binder, PlainSelect select, Use use) {
    this.binder = binder;
    this.select = select;
    this.use = use;
    this.calls = new Calls(binder.symbols());
    this.windows = new WindowCalls(binder.symbols());
  }

  Inner bind() throws SQLException {
    FromBinder.Bound from = new FromBinder(binder).bind(select);
    Scope scope =
        from.scope()
            .withWindows(Optional.ofNullable(select.getWindowDefinitions()).orElse(List.of()))
            .inside(binder.around());
    Site site = new Site(binder, scope, attachments, Optional.of(calls), Optional.of(windows));
    SelectList list = SelectList.of(List.copyOf(select.getSelectItems()), site);
    Scope named = scope.withAliases(list.aliases());
    Optional<LimitClause> limit =
        LimitClause.of(select).filter(l -> use != Use.EXISTENCE || !l.keepsSome());
    List<Ordering> order =
        limit.isPresent()
            ? new OrderBinder(site.with(named), list.values()).terms(select.getOrderByElements())
            : List.of();
    List<Expression> having =
        select.getHaving() == null
            ? List.of()
            : new ExpressionBinder(site.with(named).withoutWindows())
                .conditions(select.getHaving());
    List<Expression> keys = keys(list.values(), named);
    boolean grouped =
        select.getGroupBy() != null || select.getHaving() != null || !calls.all().isEmpty();
    boolean plain = !grouped && windows.isEmpty() && limit.isEmpty();
    WhereBinder.Rows rows =
        new WhereBinder(binder, named, use.mayRepeat() && plain)
            .restrict(
                from.relation(),
                select.getWhere() == null
                    ? List.of()
                    : ExpressionBinder.conjuncts(select.getWhere()));
    List<Expression> links = new ArrayList<>(from.links());
    links.addAll(rows.links());
    Block block = new Block(rows.relation(), list, having, order, links);
    Block result = grouped ? grouped(block, keys) : ungrouped(block);
    return new BlockResult(binder.symbols(), use, result.relation, result.links)
        .of(select, result.list, result.order, limit, totals(grouped, keys, result));
  }

  /** The parts of a block, over its rows, or over its groups. */
  private record Block(
      Relation relation,
      SelectList list,
      List<Expression> having,
      List<Ordering> order,
      List<Expression> links) {}

  private List<Expression> keys(List<Expression> outputs, Scope scope) throws SQLException {
    if (select.getGroupBy() == null) {
      return List.of();
    }
    Whole.check(select.getGroupBy());
    ExpressionBinder expressions = new ExpressionBinder(Site.plain(binder, scope, attachments));
    List<Expression> keys = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression key :
        select.getGroupBy().getGroupByExpressionList()) {
      keys.add(key instanceof LongValue place ? at(place, outputs) : expressions.bind(key));
    }
    return keys;
  }

  private static Expression at(LongValue place, List<Expression> outputs) {
    if (place.getValue() < 1 || place.getValue() > outputs.size()) {
      throw new NotUnderstood("GROUP BY %s names no column".formatted(place));
    }
    return outputs.get((int) place.getValue() - 1);
  }

  private Block ungrouped(Block block) throws SQLException {
    Relation rows = attachments.join(block.relation);
    return new Block(
        windows(rows, block.links, UnaryOperator.identity()),
        block.list,
        List.of(),
        block.order,
        block.links);
  }

  private Relation windows(Relation rows, List<Expression> links, UnaryOperator<Expression> change)
      throws SQLException {
    if (!links.isEmpty() && !windows.isEmpty()) {
      throw new NotUnderstood("window functions in a subquery that is computed for each row");
    }
    return windows.over(rows, change);
  }

  private Block grouped(Block block, List<Expression> userKeys) throws SQLException {
    Set<Column> needed = new HashSet<>();
    userKeys.forEach(key -> needed.addAll(key.columns()));
    calls
        .all()
        .forEach(call -> call.function().arguments().forEach(a -> needed.addAll(a.columns())));
    Relation rows = attachments.join(block.relation, needed, UnaryOperator.identity());
    List<LinkKey> linkKeys = LinkKey.of(block.links, Set.copyOf(rows.columns()), binder.symbols());
    List<Expression> keys = new ArrayList<>();
    linkKeys.forEach(key -> keys.add(key.inner()));
    keys.addAll(userKeys);
    Grouping grouping = new Grouping(rows, keys, calls.all(), binder.symbols());
    grouping.add(attachments.columns());
    grouping.add(windows.columns());
    List<Expression> having = block.having.stream().map(grouping::ofGroups).toList();
    List<Expression> links =
        linkKeys.stream().map(key -> key.on(grouping.key(key.inner()))).toList();
    boolean total = userKeys.isEmpty() && !links.isEmpty();
    if (total && !(attachments.isEmpty() && windows.isEmpty())) {
      throw new NotUnderstood("a subquery inside the aggregate of another: %s".formatted(select));
    }
    Relation groups =
        attachments.join(grouping.relation(), attachments.columns(), grouping::ofGroups);
    Relation kept = total ? groups : Filter.of(groups, having);
    List<Expression> values = block.list.values().stream().map(grouping::ofGroups).toList();
    return new Block(
        windows(kept, links, grouping::ofGroups),
        new SelectList(block.list.names(), values),
        having,
        block.order.stream()
            .map(o -> new Ordering(grouping.ofGroups(o.value()), o.direction()))
            .toList(),
        links);
  }

  /** The group that each row around has, even where nothing is in it. */
  private Optional<TotalGroup> totals(boolean grouped, List<Expression> keys, Block block) {
    return grouped && keys.isEmpty() && !block.links.isEmpty()
        ? Optional.of(new TotalGroup(calls.all(), block.having))
        : Optional.empty();
  }
}
