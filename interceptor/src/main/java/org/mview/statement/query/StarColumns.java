package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;

/** What stars stand for in one query block: the columns of FROM, in order. */
final class StarColumns {
  private final PlainSelect block;
  private final String with;
  private final Stars.Headings headings;
  private final String quote;

  /**
   * The stars of a block.
   *
   * @param whole the query in which it stands, with the common table expressions that it may use
   * @param quote into which a name is put
   */
  StarColumns(PlainSelect block, Select whole, Stars.Headings headings, String quote) {
    this.quote = quote;
    this.block = block;
    this.with = with(whole);
    this.headings = headings;
  }

  /** Something in FROM: the name by which the query calls it, quotes and all, and its columns. */
  private record Source(String name, List<String> columns) {
    boolean isCalled(String other) {
      return Quoting.without(name).equalsIgnoreCase(Quoting.without(other));
    }
  }

  /** A column that a plain star stands for; one that a join has merged belongs to no source. */
  private record Visible(Source source, String column, boolean merged) {
    String text(String quote) {
      String quoted = quote + column.replace(quote, quote + quote) + quote;
      return merged ? column : source.name() + "." + quoted;
    }

    boolean isCalled(String other) {
      return column.equalsIgnoreCase(other);
    }
  }

  /**
   * The columns that a star stands for, as text.
   *
   * @throws NotUnderstood when that is not certain
   */
  String of(AllColumns star) throws SQLException {
    if (star instanceof AllTableColumns ofOne) {
      return ofTable(ofOne.getTable());
    }
    return visible().stream().map(column -> column.text(quote)).collect(Collectors.joining(", "));
  }

  private String ofTable(Table table) throws SQLException {
    List<Source> called = new ArrayList<>();
    for (FromItem item : items()) {
      Source source = source(item);
      if (table.getSchemaName() == null && source.isCalled(table.getName())) {
        called.add(source);
      }
    }
    if (called.size() != 1) {
      throw new NotUnderstood("%s.* is not understood".formatted(table));
    }
    Source source = called.get(0);
    return source.columns().stream()
        .map(column -> new Visible(source, column, false).text(quote))
        .collect(Collectors.joining(", "));
  }

  private List<FromItem> items() {
    List<FromItem> items = new ArrayList<>();
    items.add(block.getFromItem());
    if (block.getJoins() != null) {
      block.getJoins().forEach(join -> items.add(join.getFromItem()));
    }
    return items;
  }

  private List<Visible> visible() throws SQLException {
    List<Visible> visible = new ArrayList<>();
    add(source(block.getFromItem()), Set.of(), visible);
    if (block.getJoins() != null) {
      for (Join join : block.getJoins()) {
        Source right = source(join.getFromItem());
        Set<String> shared = shared(join, visible, right);
        for (String name : shared) {
          merge(name, visible);
        }
        add(right, shared, visible);
      }
    }
    return visible;
  }

  private static void add(Source source, Set<String> without, List<Visible> visible) {
    for (String column : source.columns()) {
      if (!without.contains(key(column))) {
        visible.add(new Visible(source, column, false));
      }
    }
  }

  private static Set<String> shared(Join join, List<Visible> left, Source right) {
    Set<String> shared = new HashSet<>();
    for (Column column : join.getUsingColumns()) {
      shared.add(key(Quoting.without(column.getColumnName())));
    }
    for (String column : join.isNatural() ? right.columns() : List.<String>of()) {
      if (left.stream().anyMatch(v -> v.isCalled(column))) {
        shared.add(key(column));
      }
    }
    return shared;
  }

  /** The column on the left stands for both; without quotes, as it must not turn into a text. */
  private static void merge(String name, List<Visible> visible) {
    List<Visible> both = visible.stream().filter(v -> v.isCalled(name)).toList();
    if (both.size() != 1 || !both.get(0).column().matches("[A-Za-z_][A-Za-z_0-9]*")) {
      throw new NotUnderstood("the column %s is not understood".formatted(name));
    }
    visible.replaceAll(v -> v.isCalled(name) ? new Visible(v.source(), v.column(), true) : v);
  }

  private Source source(FromItem item) throws SQLException {
    boolean table = item instanceof Table;
    if ((!table && !(item instanceof ParenthesedSelect)) || (!table && item.getAlias() == null)) {
      throw new NotUnderstood("the columns of %s are not certain".formatted(item));
    }
    String name = item.getAlias() == null ? ((Table) item).getName() : item.getAlias().getName();
    List<String> columns = headings.of(with + "SELECT * FROM " + item);
    boolean named = table || columns.stream().noneMatch(column -> column.contains(":"));
    if (!named || columns.stream().map(StarColumns::key).distinct().count() < columns.size()) {
      throw new NotUnderstood("columns of %s have the same name".formatted(item));
    }
    return new Source(name, columns);
  }

  private static String with(Select whole) {
    List<WithItem<?>> items = whole.getWithItemsList();
    if (items == null) {
      return "";
    }
    if (items.stream().anyMatch(WithItem::isRecursive)) {
      throw new NotUnderstood("what is recursive is not understood");
    }
    return items.stream().map(WithItem::toString).collect(Collectors.joining(", ", "WITH ", " "));
  }

  private static String key(String column) {
    return column.toLowerCase(Locale.ROOT);
  }
}
