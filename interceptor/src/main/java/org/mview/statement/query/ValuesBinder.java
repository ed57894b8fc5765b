package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.Values;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/** Rows that a query brings with it. */
final class ValuesBinder {
  private final SelectBinder binder;

  ValuesBinder(SelectBinder binder) {
    this.binder = binder;
  }

  /** One row that no table holds: the one group of nothing. */
  static Relation oneRow(Symbols symbols) {
    return new Aggregate(
        UnionAll.nothing(List.of()),
        List.of(),
        List.of(
            new Aggregate.Call(
                symbols.column("nothing", Type.COUNT), AggregateFunction.COUNT_ROWS)));
  }

  SelectBinder.Bound bind(Values values) throws SQLException {
    List<List<Expression>> rows = new ArrayList<>();
    ExpressionBinder expressions =
        new ExpressionBinder(Site.plain(binder, Scope.of(List.of()), new Attachments()));
    if (values.getExpressions() instanceof ParenthesedExpressionList<?> row) {
      rows.add(literals(expressions.all(row), values));
    } else {
      for (net.sf.jsqlparser.expression.Expression row : values.getExpressions()) {
        rows.add(
            literals(
                row instanceof ParenthesedExpressionList<?> list
                    ? expressions.all(list)
                    : List.of(expressions.bind(row)),
                values));
      }
    }
    int width = rows.get(0).size();
    List<Relation> relations = new ArrayList<>();
    for (List<Expression> row : rows) {
      if (row.size() != width) {
        throw new NotUnderstood("VALUES with rows of different lengths: %s".formatted(values));
      }
      relations.add(row(row));
    }
    List<Optional<String>> names =
        IntStream.rangeClosed(1, width).mapToObj(i -> Optional.of("column" + i)).toList();
    return new SelectBinder.Bound(all(relations), names);
  }

  private static List<Expression> literals(List<Expression> row, Values values) {
    boolean literal = row.stream().allMatch(v -> v instanceof Fragment && v.columns().isEmpty());
    if (!literal) {
      throw new NotUnderstood("VALUES with something that is no literal: %s".formatted(values));
    }
    return row;
  }

  private Relation row(List<Expression> values) {
    List<Project.Item> items = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      items.add(
          new Project.Item(binder.symbols().column("column" + (i + 1), Type.ANY), values.get(i)));
    }
    return new Project(oneRow(binder.symbols()), items);
  }

  private Relation all(List<Relation> rows) {
    return rows.size() == 1
        ? rows.get(0)
        : new UnionAll(
            rows,
            rows.get(0).columns().stream()
                .map(column -> binder.symbols().copy(column, column.type()))
                .toList());
  }
}
