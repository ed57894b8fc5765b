package org.mview.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Same;
import org.mview.sql.Statement;
import org.mview.sql.Subquery;

/** Which tables a statement of ours reads, and by which of their columns rows are looked for. */
final class TablesRead {
  /**
   * One table.
   *
   * @param columns those that a condition compares with values from elsewhere
   */
  record Read(QualifiedName table, Set<Identifier> columns) {}

  private final Map<String, Read> byAlias = new HashMap<>();

  private TablesRead() {}

  /** The tables by the aliases under which they are read. */
  static Map<String, Read> in(Statement statement) {
    TablesRead found = new TablesRead();
    found.add(statement);
    return found.byAlias;
  }

  private void add(Statement statement) {
    if (statement instanceof Statement.Insert insert) {
      add(insert.query());
    } else if (statement instanceof Statement.UpdateFrom update) {
      add(update.query());
    } else if (statement instanceof Statement.DeleteJoined delete) {
      List<Query.From> from = new ArrayList<>(delete.with());
      from.add(new Query.From(new Query.TableSource(delete.from()), delete.alias(), true));
      add(from, delete.where());
    } else if (statement instanceof Statement.AtOnce atOnce) {
      atOnce.parts().forEach(this::add);
    }
  }

  private void add(Query query) {
    if (query instanceof Query.Select select) {
      select.items().forEach(item -> subqueries(item.value()));
      select.having().forEach(this::subqueries);
      add(select.from(), select.where());
    } else if (query instanceof Query.Union union) {
      union.queries().forEach(this::add);
    } else if (query instanceof Query.Repeated repeated) {
      add(repeated.query());
    } else if (query instanceof Query.Gathered gathered) {
      gathered.parts().forEach(part -> add(part.rows()));
    } else if (query instanceof Query.First first) {
      add(first.select());
    }
  }

  private void add(List<Query.From> from, List<Expression> where) {
    for (int i = 0; i < from.size(); i++) {
      Query.Source source = from.get(i).source();
      if (source instanceof Query.TableSource table) {
        Set<Identifier> columns = columns(from, i, where);
        byAlias.put(from.get(i).alias().text(), new Read(table.name(), columns));
      } else if (source instanceof Query.QuerySource query) {
        add(query.query());
      }
    }
    where.forEach(this::subqueries);
  }

  private void subqueries(Expression expression) {
    if (expression instanceof Subquery subquery) {
      add(subquery.query());
    }
    expression.parts().forEach(this::subqueries);
  }

  /** The columns of one table whose values are known when it is read. */
  private static Set<Identifier> columns(List<Query.From> from, int place, List<Expression> where) {
    Set<Identifier> later =
        IntStream.range(place, from.size())
            .filter(i -> i == place || from.get(i).last())
            .mapToObj(i -> from.get(i).alias())
            .collect(Collectors.toSet());
    Set<Identifier> columns = new LinkedHashSet<>();
    for (Expression condition : where) {
      List<Expression> sides = sides(condition);
      for (int i = 0; i < sides.size(); i++) {
        if (sides.get(i) instanceof Qualified column
            && column.of().equals(from.get(place).alias())
            && !reads(sides.get(1 - i), later)) {
          columns.add(column.name());
        }
      }
    }
    return columns;
  }

  /** Both sides of an equality; of anything else none. */
  private static List<Expression> sides(Expression condition) {
    boolean equality =
        condition instanceof KeyEqual
            || condition instanceof Same
            || (condition instanceof Fragment fragment && fragment.isEquality());
    return equality ? condition.parts() : List.of();
  }

  private static boolean reads(Expression value, Set<Identifier> aliases) {
    return (value instanceof Qualified column && aliases.contains(column.of()))
        || value.parts().stream().anyMatch(part -> reads(part, aliases));
  }
}
