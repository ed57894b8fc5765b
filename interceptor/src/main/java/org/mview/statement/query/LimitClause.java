package org.mview.statement.query;

import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.select.Fetch;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.Offset;
import net.sf.jsqlparser.statement.select.Select;

/**
 * How many rows of a query are left out at its beginning, and how many are taken then: LIMIT,
 * OFFSET, FETCH FIRST.
 */
record LimitClause(long skipped, long rows) {

  /** The clauses of a query; empty where it has none. */
  static Optional<LimitClause> of(Select select) {
    Limit limit = select.getLimit();
    Fetch fetch = select.getFetch();
    Offset offset = select.getOffset();
    if (limit == null && fetch == null) {
      if (offset != null) {
        throw new NotUnderstood("OFFSET without LIMIT: %s".formatted(offset));
      }
      return Optional.empty();
    }
    long skipped = offset == null ? 0 : skipped(offset);
    if (limit != null && limit.getOffset() != null) {
      skipped += number(limit.getOffset());
    }
    return Optional.of(new LimitClause(skipped, limit != null ? rows(limit) : rows(fetch)));
  }

  private static long rows(Limit limit) {
    long rows = number(limit.getRowCount());
    String plain =
        limit.getOffset() == null
            ? "LIMIT %s".formatted(rows)
            : "LIMIT %s, %s".formatted(number(limit.getOffset()), rows);
    check(limit, plain);
    return rows;
  }

  private static long rows(Fetch fetch) {
    long rows = number(fetch.getExpression());
    check(fetch, "FETCH (FIRST|NEXT) %s ROWS? ONLY".formatted(rows));
    return rows;
  }

  private static long skipped(Offset offset) {
    long skipped = number(offset.getOffset());
    check(offset, "OFFSET %s( ROWS?)?".formatted(skipped));
    return skipped;
  }

  private static void check(Object clause, String pattern) {
    if (!clause.toString().strip().toUpperCase(Locale.ROOT).matches(pattern)) {
      throw new NotUnderstood("a limit that is not understood: %s".formatted(clause));
    }
  }

  private static long number(Expression expression) {
    if (expression instanceof LongValue literal && literal.getValue() >= 0) {
      return literal.getValue();
    }
    throw new NotUnderstood("a limit that is no number: %s".formatted(expression));
  }

  /** Whether it leaves a row wherever there is one. */
  boolean keepsSome() {
    return skipped == 0 && rows > 0;
  }
}
