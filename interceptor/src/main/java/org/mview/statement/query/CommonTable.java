package org.mview.statement.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * A common table expression.
 *
 * @param columns the names that it gives its columns; none for those of its query
 * @param others the common table expressions that its query may use
 */
record CommonTable(
    String name, Select select, List<String> columns, Map<String, CommonTable> others) {

  static CommonTable of(WithItem<?> item, Map<String, CommonTable> others) {
    Whole.check(item);
    return new CommonTable(name(item), item.getSelect().getSelect(), columns(item), others);
  }

  private static String name(WithItem<?> item) {
    return Quoting.without(item.getAlias().getName());
  }

  private static List<String> columns(WithItem<?> item) {
    return item.getWithItemList() == null
        ? List.of()
        : item.getWithItemList().stream().map(CommonTable::column).toList();
  }

  private static String column(SelectItem<?> item) {
    if (item.getAlias() == null && item.getExpression() instanceof Column column) {
      return Quoting.without(column.getColumnName());
    }
    throw new NotUnderstood("a column of WITH that is not understood: %s".formatted(item));
  }

  String key() {
    return key(name);
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Its own name in its query is that of a table, unless the query may be recursive. */
  boolean mayBeRecursive() {
    return select instanceof SetOperationList;
  }

  SelectBinder.Bound named(SelectBinder.Bound bound) {
    if (columns.isEmpty()) {
      return bound;
    } else if (columns.size() != bound.names().size()) {
      throw new NotUnderstood(
          "WITH %s names %s columns of %s".formatted(name, columns.size(), bound.names().size()));
    }
    return new SelectBinder.Bound(bound.relation(), columns.stream().map(Optional::of).toList());
  }
}
