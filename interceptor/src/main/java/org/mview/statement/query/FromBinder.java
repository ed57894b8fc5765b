package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Values;
import org.jspecify.annotations.Nullable;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Table.TableColumn;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.query.Scope.Visible;

/** FROM: tables, views and derived tables, joined. */
final class FromBinder {
  private final SelectBinder binder;

  FromBinder(SelectBinder binder) {
    this.binder = binder;
  }

  /**
   * What FROM reads, and the names by which it is read.
   *
   * @param links conditions on the query around
   */
  record Bound(Relation relation, Scope scope, List<Expression> links) {
    Bound {
      links = List.copyOf(links);
    }
  }

  Bound bind(PlainSelect select) throws SQLException {
    return select.getFromItem() == null
        ? new Bound(ValuesBinder.oneRow(binder.symbols()), Scope.of(List.of()), List.of())
        : joined(select.getFromItem(), select.getJoins());
  }

  private Bound joined(FromItem first, @Nullable List<Join> joins) throws SQLException {
    Bound bound = item(first);
    if (joins != null) {
      for (Join join : joins) {
        if (join.isNatural() && binder.pairsNaturallyWithOne()) {
          boolean pair = joins.indexOf(join) == 0;
          checkPair(pair && Stream.of(first, join.getFromItem()).noneMatch(FromBinder::isJoin));
        }
        bound = new JoinBinder(binder, bound, item(join.getFromItem())).bind(join);
      }
    }
    return bound;
  }

  private static boolean isJoin(FromItem item) {
    return item instanceof ParenthesedFromItem;
  }

  private static void checkPair(boolean pair) {
    if (!pair) {
      throw new NotUnderstood("NATURAL JOIN behind two tables, which compares columns of one");
    }
  }

  private Bound item(FromItem item) throws SQLException {
    if (item instanceof Table table) {
      return table(table);
    } else if (item instanceof LateralSubSelect lateral) {
      throw new NotUnderstood("LATERAL: %s".formatted(lateral));
    } else if (item instanceof ParenthesedSelect select) {
      Whole.check(select);
      return derived(binder.nested(select.getSelect()), Optional.ofNullable(select.getAlias()));
    } else if (item instanceof ParenthesedFromItem parenthesed) {
      return parenthesed(parenthesed);
    } else if (item instanceof Values values) {
      Whole.check(values);
      return derived(new ValuesBinder(binder).bind(values), Optional.ofNullable(values.getAlias()));
    }
    throw new NotUnderstood("something in FROM that is not understood: %s".formatted(item));
  }

  private Bound parenthesed(ParenthesedFromItem item) throws SQLException {
    Whole.check(item);
    Bound inner = joined(item.getFromItem(), item.getJoins());
    if (item.getAlias() == null) {
      return inner;
    } else if (item.getJoins() != null) {
      throw new NotUnderstood("a name for a join: %s".formatted(item));
    }
    List<Visible> visible = inner.scope().visible().stream().filter(v -> !v.merged()).toList();
    return renamed(inner, visible, item.getAlias());
  }

  private Bound table(Table table) throws SQLException {
    Whole.check(table);
    String name = Quoting.without(table.getName());
    Alias alias = table.getAlias() == null ? new Alias(table.getName()) : table.getAlias();
    Optional<CommonTable> common =
        table.getSchemaName() == null ? binder.common(name) : Optional.empty();
    if (common.isPresent()) {
      return derived(binder.ofCommon(common.get()), Optional.of(alias));
    }
    QualifiedName qualified =
        table.getSchemaName() == null
            ? QualifiedName.of(name)
            : QualifiedName.of(Quoting.without(table.getSchemaName()), name);
    Master master = binder.masters().find(qualified);
    if (master instanceof Master.Rows rows) {
      return rows(rows.table(), alias);
    } else if (master instanceof Master.Expanded view) {
      return derived(binder.ofView(name, view.query()), Optional.of(alias));
    }
    throw new NotUnderstood(((Master.Closed) master).reason());
  }

  private Bound rows(org.mview.algebra.Table table, Alias alias) {
    binder.symbols().oneTableMore();
    String of = Quoting.without(alias.getName());
    List<Column> columns = new ArrayList<>();
    List<Identifier> sources = new ArrayList<>();
    List<Visible> visible = new ArrayList<>();
    for (TableColumn column : table.columns()) {
      Column symbol = binder.symbols().ofTable(of, column);
      columns.add(symbol);
      sources.add(column.name());
      visible.add(new Visible(Optional.of(of), column.name().text(), symbol, false));
    }
    Scan scan = new Scan(table, columns, sources);
    return renamed(new Bound(scan, Scope.of(visible), List.of()), visible, alias);
  }

  private static Bound derived(SelectBinder.Bound select, Optional<Alias> alias) {
    Optional<String> of = alias.map(a -> Quoting.without(a.getName()));
    boolean renames = alias.filter(a -> a.getAliasColumns() != null).isPresent();
    List<Visible> visible = new ArrayList<>();
    List<Column> columns = select.relation().columns();
    for (int i = 0; i < select.names().size(); i++) {
      Optional<String> name = renames ? Optional.of("") : select.names().get(i);
      if (name.isPresent()) {
        visible.add(new Visible(of, name.get(), columns.get(i), false));
      }
    }
    Bound bound = new Bound(select.relation(), Scope.of(visible), List.of());
    return alias.isPresent() ? renamed(bound, visible, alias.get()) : bound;
  }

  /** The same rows under the names of an alias. */
  private static Bound renamed(Bound bound, List<Visible> visible, Alias alias) {
    List<Alias.AliasColumn> names = alias.getAliasColumns();
    if (names != null
        && (names.size() != visible.size()
            || names.stream().anyMatch(name -> name.colDataType != null))) {
      throw new NotUnderstood("column names in an alias: %s".formatted(alias));
    }
    Optional<String> of = Optional.of(Quoting.without(alias.getName()));
    List<Visible> renamed = new ArrayList<>();
    for (int i = 0; i < visible.size(); i++) {
      String name = names == null ? visible.get(i).name() : Quoting.without(names.get(i).name);
      renamed.add(new Visible(of, name, visible.get(i).column(), false));
    }
    return new Bound(bound.relation(), Scope.of(renamed), bound.links());
  }
}
