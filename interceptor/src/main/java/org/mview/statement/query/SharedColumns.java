package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.sf.jsqlparser.statement.select.Join;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.statement.query.Scope.Visible;

/** The columns that USING or NATURAL makes one of two sides of a join. */
record SharedColumns(List<String> names) {
  SharedColumns {
    names = List.copyOf(names);
  }

  static SharedColumns of(Join join, Scope left, Scope right) {
    if (join.isNatural()) {
      List<Visible> ofRight = right.all(Optional.empty());
      return new SharedColumns(
          left.all(Optional.empty()).stream()
              .map(Visible::name)
              .filter(name -> ofRight.stream().anyMatch(v -> v.isCalled(name)))
              .toList());
    }
    return new SharedColumns(
        join.getUsingColumns().stream()
            .map(column -> Quoting.without(column.getColumnName()))
            .toList());
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** What holds for a pair of rows. */
  List<Expression> equalities(Scope left, Scope right) {
    List<Expression> conditions = new ArrayList<>();
    for (String name : names) {
      conditions.add(Comparison.equal(left.find(name), right.find(name)));
    }
    return conditions;
  }

  /** The names of a side whose shared columns are found in the other. */
  Scope merged(Scope scope) {
    return Scope.of(scope.visible().stream().map(v -> isShared(v) ? v.asMerged() : v).toList());
  }

  /** The names of a side whose shared columns have their place there, but values from elsewhere. */
  Scope replaced(Scope scope, Function<String, Column> value) {
    List<Visible> visible = new ArrayList<>();
    for (Visible v : scope.visible()) {
      if (isShared(v) && !v.merged()) {
        visible.add(new Visible(Optional.empty(), v.name(), value.apply(v.name()), false));
        visible.add(v.asMerged());
      } else {
        visible.add(v);
      }
    }
    return Scope.of(visible);
  }

  private boolean isShared(Visible column) {
    return names.stream().anyMatch(column::isCalled);
  }
}
