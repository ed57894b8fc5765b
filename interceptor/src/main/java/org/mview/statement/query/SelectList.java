package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.mview.sql.Expression;
import org.mview.statement.query.Scope.Visible;

/** The select list of a query block, bound: values, and the names that they have. */
record SelectList(List<Optional<String>> names, List<Expression> values) {
  SelectList {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }

  static SelectList of(List<SelectItem<?>> items, Site site) throws SQLException {
    List<Optional<String>> names = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    for (SelectItem<?> item : items) {
      List<Visible> star = star(item, site.scope());
      for (Visible column : star) {
        names.add(Optional.of(column.name()));
        values.add(column.column());
      }
      if (star.isEmpty()) {
        names.add(name(item, site.scope()));
        values.add(new ExpressionBinder(site).bind(value(item)));
      }
    }
    return new SelectList(names, values);
  }

  /** The columns that a star stands for; none where there is no star. */
  private static List<Visible> star(SelectItem<?> item, Scope scope) {
    if (item.getExpression() instanceof AllTableColumns all) {
      String table = Quoting.without(all.getTable().getName());
      return stars(scope, Optional.of(table), all.toString(), ".*");
    } else if (item.getExpression() instanceof AllColumns all) {
      return stars(scope, Optional.empty(), all.toString(), "*");
    }
    return List.of();
  }

  private static List<Visible> stars(
      Scope scope, Optional<String> table, String text, String ending) {
    List<Visible> columns = scope.all(table);
    if (!text.endsWith(ending) || columns.isEmpty()) {
      throw new NotUnderstood("%s is not understood".formatted(text));
    }
    return columns;
  }

  /** MAX(x) hour: to the parser an interval, to others a value and its name. */
  private static Optional<IntervalExpression> named(SelectItem<?> item) {
    return item.getExpression() instanceof IntervalExpression interval
            && !interval.isUsingIntervalKeyword()
            && interval.getExpression() != null
            && interval.getIntervalQualifier() != null
            && item.getAlias() == null
            && interval
                .toString()
                .equals(interval.getExpression() + " " + interval.getIntervalQualifier())
        ? Optional.of(interval)
        : Optional.empty();
  }

  private static net.sf.jsqlparser.expression.Expression value(SelectItem<?> item) {
    return named(item).map(IntervalExpression::getExpression).orElse(item.getExpression());
  }

  private static Optional<String> name(SelectItem<?> item, Scope scope) {
    Optional<IntervalExpression> interval = named(item);
    if (interval.isPresent()) {
      return Optional.of(interval.get().getIntervalQualifier().toString());
    } else if (item.getAlias() != null) {
      return Optional.of(Quoting.without(item.getAlias().getName()));
    } else if (item.getExpression() instanceof DateUnitExpression unit) {
      return scope.spelling(unit.toString());
    }
    return item.getExpression() instanceof Column column
        ? Optional.of(Quoting.without(column.getColumnName()))
        : Optional.empty();
  }

  List<Scope.Alias> aliases() {
    List<Scope.Alias> aliases = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Expression value = values.get(i);
      names.get(i).ifPresent(name -> aliases.add(new Scope.Alias(name, value)));
    }
    return aliases;
  }
}
