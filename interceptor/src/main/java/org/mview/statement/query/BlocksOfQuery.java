package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectVisitor;
import net.sf.jsqlparser.util.TablesNamesFinder;

/** All query blocks of a query that have columns: EXISTS asks for none, whatever it selects. */
final class BlocksOfQuery extends TablesNamesFinder<Void> {
  private final List<PlainSelect> blocks = new ArrayList<>();
  private final List<Select> withoutColumns = new ArrayList<>();

  private BlocksOfQuery() {
    init(true);
  }

  static List<PlainSelect> of(Select select) {
    BlocksOfQuery found = new BlocksOfQuery();
    select.accept((SelectVisitor<Void>) found, null);
    found.blocks.removeIf(block -> found.withoutColumns.stream().anyMatch(e -> e == block));
    return found.blocks;
  }

  @Override
  public <S> Void visit(PlainSelect select, S context) {
    blocks.add(select);
    return super.visit(select, context);
  }

  @Override
  public <S> Void visit(ExistsExpression exists, S context) {
    if (exists.getRightExpression() instanceof ParenthesedSelect parenthesed) {
      withoutColumns.add(parenthesed.getSelect());
    }
    return super.visit(exists, context);
  }
}
