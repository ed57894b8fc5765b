package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Table.TableColumn;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.query.Scope.Visible;

/** FROM: tables, views and derived tables, joined. */
final class FromBinder {
  private final SelectBinder binder;

  FromBinder(SelectBinder binder) {
    this.binder = binder;
  }

  /** What FROM reads, and the names by which it is read. */
  record Bound(Relation relation, Scope scope) {}

  Bound bind(PlainSelect select) throws SQLException {
    if (select.getFromItem() == null) {
      throw new NotUnderstood("the query reads no table");
    }
    Bound bound = item(select.getFromItem());
    if (select.getJoins() != null) {
      for (Join join : select.getJoins()) {
        bound = join(bound, join);
      }
    }
    return bound;
  }

  private Bound join(Bound left, Join join) throws SQLException {
    if (join.isLeft() || join.isRight() || join.isFull() || join.isOuter()) {
      throw new NotUnderstood("an outer join: %s".formatted(join));
    }
    Whole.check(join);
    Bound right = item(join.getFromItem());
    List<Expression> conditions = new ArrayList<>();
    Scope scope = left.scope().and(right.scope());
    List<String> shared = shared(left.scope(), right.scope(), join);
    for (String name : shared) {
      conditions.add(Fragment.equal(left.scope().find(name), right.scope().find(name)));
    }
    if (!shared.isEmpty()) {
      scope = left.scope().and(merged(right.scope(), shared));
    }
    ExpressionBinder expressions = ExpressionBinder.plain(scope, binder.functions());
    for (net.sf.jsqlparser.expression.Expression on : join.getOnExpressions()) {
      conditions.addAll(expressions.conditions(on));
    }
    return new Bound(
        new org.mview.algebra.Join(left.relation(), right.relation(), conditions), scope);
  }

  private static List<String> shared(Scope left, Scope right, Join join) {
    if (join.isNatural()) {
      return left.all(Optional.empty()).stream()
          .map(Visible::name)
          .filter(name -> right.all(Optional.empty()).stream().anyMatch(v -> v.isCalled(name)))
          .toList();
    }
    return join.getUsingColumns().stream()
        .map(column -> Quoting.without(column.getColumnName()))
        .toList();
  }

  private static Scope merged(Scope scope, List<String> names) {
    return Scope.of(
        scope.visible().stream()
            .map(v -> names.stream().anyMatch(v::isCalled) ? v.asMerged() : v)
            .toList());
  }

  private Bound item(FromItem item) throws SQLException {
    if (item instanceof Table table) {
      return table(table);
    } else if (item instanceof ParenthesedSelect select) {
      Whole.check(select);
      return derived(binder.nested(select.getSelect()), select.getAlias());
    }
    throw new NotUnderstood("something in FROM that is not understood: %s".formatted(item));
  }

  private Bound table(Table table) throws SQLException {
    Whole.check(table);
    String name = Quoting.without(table.getName());
    Optional<Select> common =
        table.getSchemaName() == null ? binder.common(name) : Optional.empty();
    if (common.isPresent()) {
      return derived(binder.ofCommon(name, common.get()), aliasOr(table.getAlias(), name));
    }
    QualifiedName qualified =
        table.getSchemaName() == null
            ? QualifiedName.of(name)
            : QualifiedName.of(Quoting.without(table.getSchemaName()), name);
    Master master = binder.masters().find(qualified);
    if (master instanceof Master.Rows rows) {
      return rows(rows.table(), table.getAlias(), name);
    } else if (master instanceof Master.Expanded view) {
      return derived(binder.ofView(name, view.query()), aliasOr(table.getAlias(), name));
    }
    throw new NotUnderstood(((Master.Closed) master).reason());
  }

  private Bound rows(org.mview.algebra.Table table, Alias alias, String name) {
    String of = alias == null ? name : Quoting.without(alias.getName());
    List<Column> columns = new ArrayList<>();
    List<Identifier> sources = new ArrayList<>();
    List<Visible> visible = new ArrayList<>();
    for (TableColumn column : table.columns()) {
      Column symbol = binder.symbols().column(of + "_" + column.name(), column.type());
      columns.add(symbol);
      sources.add(column.name());
      visible.add(new Visible(Optional.of(of), column.name().text(), symbol, false));
    }
    return new Bound(new Scan(table, columns, sources), Scope.of(visible));
  }

  private static Alias aliasOr(Alias alias, String name) {
    return alias == null ? new Alias(name) : alias;
  }

  private static Bound derived(SelectBinder.Bound select, Alias alias) {
    Optional<String> of = Optional.ofNullable(alias).map(a -> Quoting.without(a.getName()));
    if (alias != null && alias.getAliasColumns() != null) {
      throw new NotUnderstood("column names in an alias: %s".formatted(alias));
    }
    List<Visible> visible = new ArrayList<>();
    List<Column> columns = select.relation().columns();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      select.names().get(i).ifPresent(name -> visible.add(new Visible(of, name, column, false)));
    }
    return new Bound(select.relation(), Scope.of(visible));
  }
}
