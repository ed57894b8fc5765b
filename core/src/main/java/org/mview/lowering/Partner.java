package org.mview.lowering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mview.algebra.Relation;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Query;
import org.mview.sql.Subquery;

/**
 * The condition under which a row of a semi-join's left side has a partner on the right, or has
 * none.
 *
 * <pre>
 *   EXISTS (right side)                       where every weight is 1
 *   sum of the weights of the right side > 0  where rows are to be taken off
 * </pre>
 *
 * <p>Each part of a union is a query of its own, so that the database can look each up by an index.
 */
final class Partner {
  private final Lowering lowering;

  Partner(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The condition, to stand in the WHERE of the left side. */
  Expression of(SemiJoin semi, Block left) {
    boolean signed = Lowering.isSigned(semi.right());
    List<Expression> found =
        parts(semi.right()).stream()
            .<Expression>map(part -> new Subquery(query(part, semi, left, signed)))
            .toList();
    return signed ? sum(found, semi.anti()) : any(found, semi.anti());
  }

  private static Expression any(List<Expression> queries, boolean none) {
    String first = none ? "NOT EXISTS {}" : "EXISTS {}";
    String other = (none ? " AND " : " OR ") + first;
    return Fragment.of(first + other.repeat(queries.size() - 1), queries);
  }

  private static Expression sum(List<Expression> queries, boolean none) {
    String term = "COALESCE({}, 0)";
    String sum = term + (" + " + term).repeat(queries.size() - 1);
    return Fragment.of(sum + (none ? " <= 0" : " > 0"), queries);
  }

  /** The parts of a union, under its columns: each is found by its own indexes. */
  private static List<Relation> parts(Relation right) {
    return right instanceof UnionAll union && !union.inputs().isEmpty()
        ? union.aligned()
        : List.of(right);
  }

  private Query query(Relation part, SemiJoin semi, Block left, boolean signed) {
    Block right = lowering.open(part);
    Map<Column, Expression> values = new LinkedHashMap<>(left.values());
    values.putAll(right.values());
    List<Expression> conditions =
        semi.conditions().stream().map(c -> c.mapColumns(values::get)).toList();
    Expression value = signed ? Fragment.of("SUM({})", right.weight()) : right.weight();
    return right.withWhere(conditions).select(List.of(new Query.Item(value, Lowering.WEIGHT)));
  }
}
