package org.mview.statement.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * Rows that a subquery reads, joined to those of the query around it: at most one to each.
 *
 * @param optional whether a row without a partner is kept, with NULL
 */
record Attachment(Relation relation, List<Expression> conditions, boolean optional) {

  /** Exactly one row, whatever the row that it is joined to. */
  static Attachment always(Relation oneRow) {
    return new Attachment(oneRow, List.of(), false);
  }

  Relation to(Relation rows) {
    return optional
        ? new OuterJoin(rows, relation, conditions, false)
        : new Join(rows, relation, conditions);
  }

  /** The same for rows that are not wanted without a partner. */
  Attachment required() {
    return new Attachment(relation, conditions, false);
  }

  Attachment mapConditions(UnaryOperator<Expression> change) {
    return new Attachment(relation, conditions.stream().map(change).toList(), optional);
  }

  /** The columns of the rows around that it is found by. */
  Set<Column> around() {
    Set<Column> columns = new HashSet<>();
    conditions.forEach(condition -> columns.addAll(condition.columns()));
    relation.columns().forEach(columns::remove);
    return columns;
  }
}
