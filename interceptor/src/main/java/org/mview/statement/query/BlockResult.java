package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.statement.select.PlainSelect;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/** The end of a query block: DISTINCT, and the first rows in an order. */
final class BlockResult {
  private final Symbols symbols;
  private final Use use;
  private final Relation rows;
  private final List<Expression> links;

  BlockResult(Symbols symbols, Use use, Relation rows, List<Expression> links) {
    this.symbols = symbols;
    this.use = use;
    this.rows = rows;
    this.links = links;
  }

  Inner of(
      PlainSelect select,
      SelectList list,
      List<Ordering> order,
      Optional<LimitClause> limit,
      Optional<TotalGroup> total)
      throws SQLException {
    boolean distinct = select.getDistinct() != null && isDistinct(select);
    if (total.isPresent()) {
      if (limit.isPresent() && !limit.get().keepsSome()) {
        throw new NotUnderstood("LIMIT of the one row of an aggregate: %s".formatted(select));
      }
      return new Inner(rows, list.values(), list.names(), links, false, total);
    } else if (distinct && (!use.mayRepeat() || limit.isPresent())) {
      return distinct(list, order, limit);
    }
    Relation result = limit.isPresent() ? first(order, limit.get()) : rows;
    return new Inner(result, list.values(), list.names(), links, false, Optional.empty());
  }

  private static boolean isDistinct(PlainSelect select) {
    if (!select.getDistinct().toString().equalsIgnoreCase("DISTINCT")) {
      throw new NotUnderstood("%s is not understood".formatted(select.getDistinct()));
    }
    return true;
  }

  private Relation first(List<Ordering> order, LimitClause limit) throws SQLException {
    return links.isEmpty()
        ? OrderBinder.top(rows, order, limit, symbols)
        : firstOfEach(order, limit);
  }

  /** The first rows for each row of the query around: they are counted in each group of links. */
  private Relation firstOfEach(List<Ordering> order, LimitClause limit) throws SQLException {
    List<Expression> partition =
        LinkKey.of(links, Set.copyOf(rows.columns()), symbols).stream()
            .map(LinkKey::inner)
            .toList();
    WindowCalls numbers = new WindowCalls(symbols);
    Column number =
        numbers.column(
            new WindowCalls.Call(Fragment.text("ROW_NUMBER()"), partition, order, "", true),
            "row_number",
            Type.COUNT);
    if (limit.rows() == 1) {
      Expression only = Fragment.text(String.valueOf(limit.skipped() + 1));
      return new Filter(
          numbers.over(rows, expression -> expression), List.of(Fragment.equal(number, only)));
    }
    List<Expression> conditions = new ArrayList<>();
    if (limit.skipped() > 0) {
      conditions.add(Fragment.of("{} > " + limit.skipped(), number));
    }
    conditions.add(Fragment.of("{} <= " + (limit.skipped() + limit.rows()), number));
    return new Filter(numbers.over(rows, expression -> expression), conditions);
  }

  private Inner distinct(SelectList list, List<Ordering> order, Optional<LimitClause> limit) {
    Map<Expression, Column> outputs = new LinkedHashMap<>();
    List<Project.Item> items = new ArrayList<>();
    for (int i = 0; i < list.values().size(); i++) {
      Expression value = list.values().get(i);
      Column column = symbols.output(list.names().get(i), value);
      outputs.putIfAbsent(value, column);
      items.add(new Project.Item(column, value));
    }
    List<Column> shown = items.stream().map(Project.Item::column).toList();
    Map<Column, Column> linked = new HashMap<>();
    for (Expression link : links) {
      for (Column column : link.columns()) {
        if (rows.columns().contains(column) && !linked.containsKey(column)) {
          linked.put(column, symbols.copy(column, column.type()));
          items.add(new Project.Item(linked.get(column), column));
        }
      }
    }
    Relation projected = new Project(rows, items);
    Relation result = new Aggregate(projected, projected.columns(), List.of());
    if (limit.isPresent()) {
      result = first(result, order, limit.get(), outputs);
    }
    return new Inner(
        result,
        List.copyOf(shown),
        list.names(),
        links.stream()
            .map(link -> link.mapColumns(c -> linked.getOrDefault((Column) c, (Column) c)))
            .toList(),
        linked.isEmpty(),
        Optional.empty());
  }

  private Relation first(
      Relation distinct, List<Ordering> order, LimitClause limit, Map<Expression, Column> outputs) {
    if (!links.isEmpty()) {
      throw new NotUnderstood("DISTINCT with LIMIT in a subquery that is computed for each row");
    }
    List<Ordering> terms = new ArrayList<>();
    for (Ordering term : order) {
      Column output = outputs.get(term.value());
      if (output == null && !term.value().columns().isEmpty()) {
        throw new NotUnderstood("DISTINCT in the order of something else: %s", term.value());
      }
      terms.add(output == null ? term : new Ordering(output, term.direction()));
    }
    return OrderBinder.top(distinct, terms, limit, symbols);
  }
}
