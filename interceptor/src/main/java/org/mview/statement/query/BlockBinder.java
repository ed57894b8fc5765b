package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Expression;
import org.mview.sql.Type;
import org.mview.statement.query.Scope.Visible;

/** One query block: SELECT … FROM … WHERE … GROUP BY … HAVING. */
final class BlockBinder {
  private final SelectBinder binder;

  BlockBinder(SelectBinder binder) {
    this.binder = binder;
  }

  /** An item of the select list, bound, and the name that it has. */
  private record Item(Optional<String> name, Expression value) {}

  SelectBinder.Bound bind(PlainSelect select) throws SQLException {
    FromBinder.Bound from = new FromBinder(binder).bind(select);
    Calls calls = new Calls(binder.symbols());
    Scope scope = from.scope();
    List<Item> items = new ArrayList<>();
    ExpressionBinder collecting = ExpressionBinder.collecting(scope, binder.functions(), calls);
    for (SelectItem<?> item : select.getSelectItems()) {
      items.addAll(items(item, scope, collecting));
    }
    Scope named = scope.withAliases(aliases(items));
    Relation filtered = where(select, from.relation(), named);
    boolean grouped =
        select.getGroupBy() != null || select.getHaving() != null || !calls.all().isEmpty();
    Relation result =
        grouped ? grouped(select, filtered, items, named, calls) : projected(filtered, items);
    if (select.getDistinct() != null) {
      result = distinct(select, result);
    }
    return new SelectBinder.Bound(result, items.stream().map(Item::name).toList());
  }

  private static Relation distinct(PlainSelect select, Relation result) {
    if (!select.getDistinct().toString().equalsIgnoreCase("DISTINCT")) {
      throw new NotUnderstood("%s is not understood".formatted(select.getDistinct()));
    }
    return new Aggregate(result, result.columns(), List.of());
  }

  private static List<Scope.Alias> aliases(List<Item> items) {
    return items.stream()
        .filter(item -> item.name().isPresent())
        .map(item -> new Scope.Alias(item.name().get(), item.value()))
        .toList();
  }

  private static List<Item> items(SelectItem<?> item, Scope scope, ExpressionBinder expressions)
      throws SQLException {
    net.sf.jsqlparser.expression.Expression expression = item.getExpression();
    if (expression instanceof AllTableColumns all) {
      return stars(
          scope, Optional.of(Quoting.without(all.getTable().getName())), all.toString(), ".*");
    } else if (expression instanceof AllColumns all) {
      return stars(scope, Optional.empty(), all.toString(), "*");
    }
    Expression value = expressions.bind(expression);
    return List.of(new Item(name(item, scope), value));
  }

  private static List<Item> stars(Scope scope, Optional<String> table, String text, String ending) {
    if (!text.endsWith(ending)) {
      throw new NotUnderstood("%s is not understood".formatted(text));
    }
    return scope.all(table).stream()
        .map((Visible v) -> new Item(Optional.of(v.name()), v.column()))
        .toList();
  }

  private static Optional<String> name(SelectItem<?> item, Scope scope) {
    if (item.getAlias() != null) {
      return Optional.of(Quoting.without(item.getAlias().getName()));
    } else if (item.getExpression() instanceof DateUnitExpression unit) {
      return scope.spelling(unit.toString());
    }
    return item.getExpression() instanceof Column column
        ? Optional.of(Quoting.without(column.getColumnName()))
        : Optional.empty();
  }

  private Relation where(PlainSelect select, Relation from, Scope scope) throws SQLException {
    return select.getWhere() == null
        ? from
        : Filter.of(
            from, ExpressionBinder.plain(scope, binder.functions()).conditions(select.getWhere()));
  }

  private Relation projected(Relation input, List<Item> items) {
    List<Project.Item> projected = new ArrayList<>();
    for (Item item : items) {
      projected.add(new Project.Item(output(item), item.value()));
    }
    return new Project(input, projected);
  }

  private org.mview.sql.Column output(Item item) {
    Type type =
        item.value() instanceof org.mview.sql.Column column
            ? column.type()
            : Arithmetics.type(item.value());
    return binder.symbols().column(item.name().orElse("expression"), type);
  }

  private Relation grouped(
      PlainSelect select, Relation input, List<Item> items, Scope scope, Calls calls)
      throws SQLException {
    List<Expression> keys = keys(select, items, scope);
    List<Expression> having =
        select.getHaving() == null
            ? List.of()
            : ExpressionBinder.collecting(scope, binder.functions(), calls)
                .conditions(select.getHaving());
    Grouping grouping = new Grouping(input, keys, calls.all(), binder.symbols());
    List<Item> results = new ArrayList<>();
    for (Item item : items) {
      results.add(new Item(item.name(), grouping.ofGroups(item.value())));
    }
    List<Expression> conditions = having.stream().map(grouping::ofGroups).toList();
    return projected(Filter.of(grouping.relation(), conditions), results);
  }

  private List<Expression> keys(PlainSelect select, List<Item> items, Scope scope)
      throws SQLException {
    if (select.getGroupBy() == null) {
      return List.of();
    }
    Whole.check(select.getGroupBy());
    ExpressionBinder expressions = ExpressionBinder.plain(scope, binder.functions());
    List<Expression> keys = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression key :
        select.getGroupBy().getGroupByExpressionList()) {
      keys.add(key instanceof LongValue place ? at(place, items) : expressions.bind(key));
    }
    return keys;
  }

  private static Expression at(LongValue place, List<Item> items) {
    if (place.getValue() < 1 || place.getValue() > items.size()) {
      throw new NotUnderstood("GROUP BY %s names no column".formatted(place));
    }
    return items.get((int) place.getValue() - 1).value();
  }
}
