package org.mview.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.dialect.SqlWriter;
import org.mview.dialect.sqlite.Sqlite;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;

/**
 * Algebra as SQL in the plainest way, each operator a query in parentheses, so that it is seen at
 * once that it means what the operator says.
 */
final class NaiveSql {
  private final SqlWriter writer = new SqlWriter(Sqlite.DIALECT);
  private int names;

  static String of(Relation relation) {
    return new NaiveSql().query(relation);
  }

  private String query(Relation relation) {
    if (relation instanceof Scan scan) {
      return scan(scan);
    } else if (relation instanceof UnionAll union) {
      return union(union);
    }
    Map<Column, Expression> places = new HashMap<>();
    List<String> from = new ArrayList<>();
    for (Relation input : relation.inputs()) {
      String name = "r" + ++names;
      from.add("(%s) AS %s".formatted(query(input), name));
      for (Column column : input.columns()) {
        places.put(column, new Qualified(Identifier.of(name), Identifier.of(column.name())));
      }
    }
    return query(relation, from, places);
  }

  private String query(Relation relation, List<String> from, Map<Column, Expression> places) {
    if (relation instanceof Project project) {
      return select(items(project, places), from.get(0), List.of(), places);
    } else if (relation instanceof Aggregate aggregate) {
      return aggregate(aggregate, from.get(0), places);
    } else if (relation instanceof Window window) {
      String calls =
          window.calls().stream()
              .map(call -> named(call.call(), call.column(), places))
              .collect(Collectors.joining(", ", ", ", ""));
      return select(list(window.input().columns(), places) + calls, from.get(0), List.of(), places);
    }
    String columns = list(relation.columns(), places);
    if (relation instanceof Filter filter) {
      return select(columns, from.get(0), filter.conditions(), places);
    } else if (relation instanceof Join join) {
      return select(columns, String.join(" CROSS JOIN ", from), join.conditions(), places);
    } else if (relation instanceof OuterJoin join) {
      String kind = join.full() ? " FULL JOIN " : " LEFT JOIN ";
      return "SELECT %s FROM %s ON %s"
          .formatted(columns, String.join(kind, from), all(join.conditions(), places));
    } else if (relation instanceof SemiJoin join) {
      return "SELECT %s FROM %s WHERE %sEXISTS (%s)"
          .formatted(
              columns,
              from.get(0),
              join.anti() ? "NOT " : "",
              select("1", from.get(1), join.conditions(), places));
    } else if (relation instanceof Top top) {
      return "%s ORDER BY %s LIMIT %d OFFSET %d"
          .formatted(
              select(columns, from.get(0), List.of(), places),
              top.order().isEmpty() ? "NULL" : texts(top.order(), places),
              top.rows(),
              top.skipped());
    }
    throw new IllegalArgumentException(relation.toString());
  }

  private String scan(Scan scan) {
    return "SELECT %s FROM %s"
        .formatted(
            IntStream.range(0, scan.columns().size())
                .mapToObj(
                    i ->
                        "%s AS %s"
                            .formatted(
                                writer.name(scan.sources().get(i)), name(scan.columns().get(i))))
                .collect(Collectors.joining(", ")),
            writer.name(scan.table().name()));
  }

  private String union(UnionAll union) {
    if (union.inputs().isEmpty()) {
      return "SELECT 1 WHERE 0";
    }
    return union.inputs().stream()
        .map(
            input ->
                "SELECT %s FROM (%s)"
                    .formatted(
                        IntStream.range(0, union.columns().size())
                            .mapToObj(
                                i ->
                                    "%s AS %s"
                                        .formatted(
                                            name(input.columns().get(i)),
                                            name(union.columns().get(i))))
                            .collect(Collectors.joining(", ")),
                        query(input)))
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String aggregate(Aggregate aggregate, String from, Map<Column, Expression> places) {
    List<String> items = new ArrayList<>();
    aggregate.keys().forEach(key -> items.add(named(key, key, places)));
    aggregate.calls().forEach(c -> items.add(named(c.function().call(), c.column(), places)));
    String groups =
        aggregate.keys().isEmpty() ? "" : " GROUP BY " + texts(aggregate.keys(), places);
    return "SELECT %s FROM %s%s".formatted(String.join(", ", items), from, groups);
  }

  private String items(Project project, Map<Column, Expression> places) {
    return project.items().stream()
        .map(item -> named(item.value(), item.column(), places))
        .collect(Collectors.joining(", "));
  }

  private String select(
      String items, String from, List<Expression> conditions, Map<Column, Expression> places) {
    return "SELECT %s FROM %s WHERE %s".formatted(items, from, all(conditions, places));
  }

  private String all(List<Expression> conditions, Map<Column, Expression> places) {
    return conditions.isEmpty()
        ? "1"
        : conditions.stream()
            .map(condition -> "(" + text(condition, places) + ")")
            .collect(Collectors.joining(" AND "));
  }

  private String list(List<Column> columns, Map<Column, Expression> places) {
    return columns.stream().map(c -> named(c, c, places)).collect(Collectors.joining(", "));
  }

  private String named(Expression value, Column column, Map<Column, Expression> places) {
    return text(value, places) + " AS " + name(column);
  }

  private String texts(List<? extends Expression> values, Map<Column, Expression> places) {
    return values.stream().map(v -> text(v, places)).collect(Collectors.joining(", "));
  }

  private String text(Expression value, Map<Column, Expression> places) {
    return writer.write(value.mapColumns(places::get));
  }

  private String name(Column column) {
    return writer.name(Identifier.of(column.name()));
  }
}
