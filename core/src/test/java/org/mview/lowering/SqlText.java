package org.mview.lowering;

import java.util.List;
import java.util.stream.Collectors;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Query;
import org.mview.sql.Statement;
import org.mview.sql.Subquery;

/**
 * Queries and statements as text, in no database's own words: a clause a line, and a query inside
 * another one below it.
 */
final class SqlText {
  private SqlText() {}

  static String of(Query query) {
    if (query instanceof Query.Union union) {
      return union.queries().stream().map(SqlText::of).collect(Collectors.joining("union all\n"));
    } else if (query instanceof Query.Repeated repeated) {
      return "repeat %s times %s\n".formatted(list(repeated.columns(), ", "), repeated.times())
          + of(repeated.query()).indent(2);
    } else if (query instanceof Query.First first) {
      String order = first.order().isEmpty() ? "" : "order by " + list(first.order(), ", ") + "\n";
      return select(first.select())
          + order
          + "limit %s offset %s\n".formatted(first.rows(), first.skipped());
    } else if (query instanceof Query.Verbatim verbatim) {
      return verbatim.sql() + "\n";
    }
    return select((Query.Select) query);
  }

  private static String select(Query.Select select) {
    StringBuilder text = new StringBuilder("select ");
    text.append(
        select.items().stream()
            .map(item -> text(item.value()) + " as " + item.name())
            .collect(Collectors.joining(", ")));
    text.append('\n');
    select.from().forEach(from -> text.append(from(from)));
    clause(text, "where ", select.where(), " and ");
    clause(text, "group by ", select.groupBy(), ", ");
    clause(text, "having ", select.having(), " and ");
    return text.toString();
  }

  private static String from(Query.From from) {
    String start = from.outer().isPresent() ? "left join " : from.last() ? "then " : "from ";
    String on = from.outer().map(outer -> " on " + list(outer.on(), " and ")).orElse("");
    return from.source() instanceof Query.TableSource table
        ? start + table.name() + " as " + from.alias() + on + "\n"
        : start
            + "query as "
            + from.alias()
            + on
            + "\n"
            + of(((Query.QuerySource) from.source()).query()).indent(2);
  }

  private static void clause(
      StringBuilder text, String word, List<Expression> parts, String separator) {
    if (!parts.isEmpty()) {
      text.append(word)
          .append(parts.stream().map(SqlText::text).collect(Collectors.joining(separator)))
          .append('\n');
    }
  }

  /** An expression, a query in it in one line. */
  private static String text(Expression expression) {
    if (expression instanceof Subquery subquery) {
      return "(" + of(subquery.query()).strip().replaceAll("\\s+", " ") + ")";
    } else if (expression instanceof Fragment fragment) {
      return text(fragment);
    }
    return expression.toString();
  }

  private static String text(Fragment fragment) {
    StringBuilder text = new StringBuilder(fragment.pieces().get(0));
    for (int i = 0; i < fragment.parts().size(); i++) {
      text.append(text(fragment.parts().get(i))).append(fragment.pieces().get(i + 1));
    }
    return text.toString();
  }

  static String of(Statement statement) {
    if (statement instanceof Statement.Insert insert) {
      return "insert into %s (%s)\n".formatted(insert.into(), list(insert.columns(), ", "))
          + of(insert.query()).indent(2)
          + insert.merge().map(SqlText::merge).orElse("");
    } else if (statement instanceof Statement.DeleteAll delete) {
      return "delete from %s\n".formatted(delete.from());
    } else if (statement instanceof Statement.DeleteCopies delete) {
      return "delete copies from %s (%s) by %s (%s) of weight %s\n"
          .formatted(
              delete.from(),
              list(delete.columns(), ", "),
              ((Query.TableSource) delete.stage()).name(),
              list(delete.stageColumns(), ", "),
              delete.weight());
    } else if (statement instanceof Statement.UpdateFrom update) {
      return "update %s as %s\n".formatted(update.table(), update.alias())
          + updates(update.updates())
          + "  by query as %s\n".formatted(update.queryAlias())
          + of(update.query()).indent(4);
    }
    Statement.DeleteJoined delete = (Statement.DeleteJoined) statement;
    return "delete from %s as %s joined with\n".formatted(delete.from(), delete.alias())
        + delete.with().stream().map(SqlText::from).collect(Collectors.joining()).indent(2)
        + "  where "
        + list(delete.where(), " and ")
        + "\n";
  }

  private static String merge(Statement.Merge merge) {
    return "  or, where (%s) is there\n"
            .formatted(
                merge.key().stream()
                    .map(key -> key.column().text())
                    .collect(Collectors.joining(", ")))
        + updates(merge.updates());
  }

  private static String updates(List<Statement.Assignment> updates) {
    return updates.stream()
        .map(u -> "    set %s = %s\n".formatted(u.column(), u.value()))
        .collect(Collectors.joining());
  }

  private static String list(List<?> items, String separator) {
    return items.stream().map(Object::toString).collect(Collectors.joining(separator));
  }
}
