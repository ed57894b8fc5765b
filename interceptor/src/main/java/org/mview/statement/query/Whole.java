package org.mview.statement.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * Makes sure that no clause is passed over: what is understood of a node is built again, and must
 * read like the node. A clause nobody thought of, of which the parser knows many, makes a
 * difference.
 */
final class Whole {
  private Whole() {}

  static void check(PlainSelect select) {
    PlainSelect known = new PlainSelect();
    known.setDistinct(select.getDistinct());
    known.setSelectItems(select.getSelectItems());
    known.setFromItem(select.getFromItem());
    known.setJoins(select.getJoins());
    known.setWhere(select.getWhere());
    known.setGroupByElement(select.getGroupBy());
    known.setHaving(select.getHaving());
    known.setWindowDefinitions(select.getWindowDefinitions());
    known.setOrderByElements(select.getOrderByElements());
    known.setLimit(select.getLimit());
    known.setOffset(select.getOffset());
    known.setFetch(select.getFetch());
    known.setWithItemsList(select.getWithItemsList());
    same(known, select, "the query");
  }

  static void check(SetOperationList list) {
    SetOperationList known = new SetOperationList();
    known.setSelects(list.getSelects());
    known.setOperations(list.getOperations());
    known.setOrderByElements(list.getOrderByElements());
    known.setLimit(list.getLimit());
    known.setOffset(list.getOffset());
    known.setFetch(list.getFetch());
    known.setWithItemsList(list.getWithItemsList());
    same(known, list, "the set operation");
  }

  static void check(ParenthesedSelect select) {
    ParenthesedSelect known = new ParenthesedSelect();
    known.setSelect(select.getSelect());
    known.setAlias(select.getAlias());
    known.setWithItemsList(select.getWithItemsList());
    same(known, select, "the derived table");
  }

  static void check(ParenthesedFromItem item) {
    ParenthesedFromItem known = new ParenthesedFromItem(item.getFromItem());
    known.setJoins(item.getJoins());
    known.setAlias(item.getAlias());
    same(known, item, "the table in parentheses");
  }

  static void check(Values values) {
    Values known = new Values(values.getExpressions());
    known.setAlias(values.getAlias());
    same(known, values, "VALUES");
  }

  /** Whether it is materialized for the query's time makes no difference, nor RECURSIVE alone. */
  static void check(WithItem<?> item) {
    boolean known =
        item.getStatement() instanceof ParenthesedSelect
            && item.getWithFunctionDeclaration() == null
            && item.getSearchClause() == null
            && item.getCycleClause() == null;
    if (!known) {
      throw new NotUnderstood("WITH is not understood: %s".formatted(item));
    }
    check((ParenthesedSelect) item.getStatement());
  }

  static void check(Table table) {
    List<String> parts = new ArrayList<>(table.getNameParts());
    Collections.reverse(parts); // the library gives the name first, and takes it last
    Table known = new Table(parts);
    known.setAlias(table.getAlias());
    same(known, table, "table " + table.getName());
  }

  static void check(Column column) {
    Column known = new Column(column.getTable(), column.getColumnName());
    same(known, column, "column " + column.getColumnName());
  }

  static void check(Join join) {
    Join known = new Join();
    known.setFromItem(join.getFromItem());
    known.setSimple(join.isSimple());
    known.setInner(join.isInner());
    known.setCross(join.isCross());
    known.setNatural(join.isNatural());
    known.setLeft(join.isLeft());
    known.setRight(join.isRight());
    known.setFull(join.isFull());
    known.setOuter(join.isOuter());
    known.setOnExpressions(join.getOnExpressions());
    known.setUsingColumns(join.getUsingColumns());
    same(known, join, "the join");
  }

  static void check(GroupByElement group) {
    GroupByElement known = new GroupByElement();
    known.setGroupByExpressions(group.getGroupByExpressionList());
    same(known, group, "GROUP BY");
  }

  static void check(Function function) {
    Function known = new Function();
    known.setName(function.getMultipartName());
    known.setParameters(function.getParameters());
    known.setDistinct(function.isDistinct());
    known.setAllColumns(function.isAllColumns());
    known.setOrderByElements(function.getOrderByElements());
    same(known, function, "function " + function.getName());
  }

  private static void same(Object known, Object node, String what) {
    if (!known.toString().equals(node.toString())) {
      throw new NotUnderstood(
          "%s has a clause that is not understood: %s"
              .formatted(what, firstDifference(known, node)));
    }
  }

  private static String firstDifference(Object known, Object node) {
    List<String> expected = new ArrayList<>(List.of(known.toString().split(" ")));
    for (String word : node.toString().split(" ")) {
      if (expected.isEmpty() || !expected.remove(0).equals(word)) {
        return word;
      }
    }
    return String.join(" ", expected);
  }
}
