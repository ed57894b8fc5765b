package org.mview.statement.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/**
 * The one group of an aggregate without GROUP BY, which is there even when it has no rows.
 *
 * <p>In a query that depends on the one around it, the groups are computed for all rows around at
 * once, and where there is none, the functions' results of no rows take the place of its columns.
 */
record TotalGroup(List<Aggregate.Call> calls, List<Expression> having) {
  private static final Set<String> NULL_FOR_NOTHING =
      Set.of("sum", "avg", "min", "max", "group_concat", "string_agg");

  TotalGroup {
    calls = List.copyOf(calls);
    having = List.copyOf(having);
  }

  /** What an expression over the group is, over a row that may lack it. */
  Map<Column, Expression> values(Map<Column, Column> padded) {
    Map<Column, Expression> values = new HashMap<>(padded);
    for (Aggregate.Call call : calls) {
      values.put(call.column(), orNothing(call, padded.get(call.column())));
    }
    return values;
  }

  private static Expression orNothing(Aggregate.Call call, Column padded) {
    Fragment function = call.function().call();
    String text = function.toString().toLowerCase(Locale.ROOT);
    String name = text.substring(0, text.indexOf('('));
    return switch (name) {
      case "count" -> Fragment.of("COALESCE({}, 0)", padded);
      case "total" -> Fragment.of("COALESCE({}, 0.0)", padded);
      default -> {
        if (!NULL_FOR_NOTHING.contains(name)) {
          throw new NotUnderstood("what %s gives for no rows is not known", function);
        }
        yield padded;
      }
    };
  }

  /** The conditions of HAVING as one. */
  static Expression all(List<Expression> conditions) {
    List<String> holes = new ArrayList<>();
    conditions.forEach(condition -> holes.add("{}"));
    return conditions.size() == 1
        ? conditions.get(0)
        : Fragment.of(String.join(" AND ", holes), conditions);
  }
}
