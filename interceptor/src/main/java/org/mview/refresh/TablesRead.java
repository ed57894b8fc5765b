package org.mview.refresh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.sql.Absent;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.IndexTerm;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.Query;
import org.mview.sql.Same;
import org.mview.sql.Statement;
import org.mview.sql.Subquery;

/** Which tables a statement of ours reads, and by which of their columns rows are looked for. */
public final class TablesRead {
  private static final Set<String> ASCENDING = Set.of("", "asc");

  private final Map<String, WantedIndex> byAlias = new HashMap<>();
  private final List<WantedIndex> all = new ArrayList<>();

  private TablesRead() {}

  /** The tables of a statement. */
  public static TablesRead in(Statement statement) {
    TablesRead found = new TablesRead();
    found.add(statement);
    return found;
  }

  /** The table that is read under an alias, and what would help there. */
  public Optional<WantedIndex> under(String alias) {
    return Optional.ofNullable(byAlias.get(alias));
  }

  /** Each reading of a table, and what would help there. */
  public List<WantedIndex> all() {
    return List.copyOf(all);
  }

  private void add(Statement statement) {
    if (statement instanceof Statement.Insert insert) {
      add(insert.query());
    } else if (statement instanceof Statement.UpdateFrom update) {
      add(update.query());
    } else if (statement instanceof Statement.DeleteJoined delete) {
      List<Query.From> from = new ArrayList<>(delete.with());
      from.add(new Query.From(new Query.TableSource(delete.from()), delete.alias(), true));
      add(from, delete.where(), List.of());
    } else if (statement instanceof Statement.AtOnce atOnce) {
      atOnce.parts().forEach(this::add);
    }
  }

  private void add(Query query) {
    if (query instanceof Query.Select select) {
      add(select, List.of());
    } else if (query instanceof Query.Union union) {
      union.queries().forEach(this::add);
    } else if (query instanceof Query.Repeated repeated) {
      add(repeated.query());
    } else if (query instanceof Query.Gathered gathered) {
      gathered.parts().forEach(part -> add(part.rows()));
    } else if (query instanceof Query.With with) {
      with.parts().forEach(part -> add(part.rows()));
      add(with.query());
    } else if (query instanceof Query.First first) {
      add(first.select(), first.order());
    }
  }

  private void add(Query.Select select, List<Expression> order) {
    select.items().forEach(item -> subqueries(item.value()));
    select.having().forEach(this::subqueries);
    add(select.from(), select.where(), select.groupBy().isEmpty() ? order : List.of());
  }

  private void add(List<Query.From> from, List<Expression> where, List<Expression> order) {
    for (Query.From one : from) {
      if (one.source() instanceof Query.QuerySource query) {
        add(query.query());
      }
    }
    Links links = new Links(from, where);
    Optional<Identifier> first = order.stream().findFirst().flatMap(TablesRead::table);
    if (first.isPresent()) {
      links.place(first.get());
    }
    for (Query.From one : links.inOrder()) {
      if (one.source() instanceof Query.TableSource table) {
        List<IndexTerm> terms =
            first.filter(one.alias()::equals).map(a -> terms(order, a)).orElse(List.of());
        WantedIndex read = new WantedIndex(table.name(), links.columns(one.alias()), terms);
        byAlias.put(one.alias().text(), read);
        all.add(read);
      }
    }
    where.forEach(this::subqueries);
    from.forEach(one -> one.outer().ifPresent(outer -> outer.on().forEach(this::subqueries)));
  }

  private void subqueries(Expression expression) {
    if (expression instanceof Absent) {
      return; // of what is not there nothing is read
    } else if (expression instanceof Subquery subquery) {
      add(subquery.query());
    }
    expression.parts().forEach(this::subqueries);
  }

  /** The terms of an order, as long as they are columns of one table, and NULL is where it is. */
  private static List<IndexTerm> terms(List<Expression> order, Identifier alias) {
    return order.stream()
        .map(TablesRead::term)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .takeWhile(term -> term.column().of().equals(alias))
        .map(term -> new IndexTerm(term.column().name(), term.descending()))
        .toList();
  }

  private static Optional<Identifier> table(Expression term) {
    return term(term).map(known -> known.column().of());
  }

  private record Term(Qualified column, boolean descending) {}

  private static Optional<Term> term(Expression expression) {
    if (expression instanceof Qualified column) {
      return Optional.of(new Term(column, false));
    } else if (expression instanceof Fragment fragment
        && fragment.parts().size() == 1
        && fragment.parts().get(0) instanceof Qualified column
        && fragment.pieces().get(0).isEmpty()) {
      String direction = fragment.pieces().get(1).strip().toLowerCase(Locale.ROOT);
      return ASCENDING.contains(direction)
          ? Optional.of(new Term(column, false))
          : Optional.of(new Term(column, true)).filter(term -> direction.equals("desc"));
    }
    return Optional.empty();
  }

  /** What the tables of one query block have to do with each other. */
  private static final class Links {
    private final List<Query.From> from;
    private final List<Expression> where;
    private final Set<Identifier> unplaced = new LinkedHashSet<>();
    private final Map<Identifier, Set<Identifier>> columns = new HashMap<>();
    private final List<Query.From> order = new ArrayList<>();

    Links(List<Query.From> from, List<Expression> where) {
      this.from = from;
      this.where = where;
      from.forEach(one -> unplaced.add(one.alias()));
    }

    /** The tables, each behind those by whose rows its own are looked for. */
    List<Query.From> inOrder() {
      if (from.stream().anyMatch(Query.From::last)) {
        from.forEach(one -> place(one.alias()));
      }
      for (Optional<Identifier> next = linked(); next.isPresent(); next = linked()) {
        place(next.get());
      }
      // Nothing is known of what is left: each can be looked up from any other.
      for (Identifier alias : Set.copyOf(unplaced)) {
        columns.put(alias, columns(alias, Set.of(alias)));
      }
      from.stream().filter(one -> unplaced.contains(one.alias())).forEach(order::add);
      return order;
    }

    Set<Identifier> columns(Identifier alias) {
      return columns.getOrDefault(alias, Set.of());
    }

    void place(Identifier alias) {
      if (unplaced.contains(alias)) {
        columns.put(alias, columns(alias, unplaced));
        unplaced.remove(alias);
        order.add(from.stream().filter(one -> one.alias().equals(alias)).findFirst().orElseThrow());
      }
    }

    private Optional<Identifier> linked() {
      return unplaced.stream().filter(a -> !compared(a, unplaced, false).isEmpty()).findFirst();
    }

    /** What a row is found by: where it is no value of another table, those that are given. */
    private Set<Identifier> columns(Identifier alias, Set<Identifier> unknown) {
      Set<Identifier> linked = compared(alias, unknown, false);
      return linked.isEmpty() ? compared(alias, unknown, true) : linked;
    }

    private Set<Identifier> compared(Identifier alias, Set<Identifier> unknown, boolean given) {
      Set<Identifier> found = new LinkedHashSet<>();
      for (Expression condition : conditions(alias)) {
        List<Expression> sides = sides(condition);
        for (int i = 0; i < sides.size(); i++) {
          if (sides.get(i) instanceof Qualified column && column.of().equals(alias)) {
            Set<Identifier> read = tables(sides.get(1 - i));
            boolean isKnown = unknown.stream().noneMatch(read::contains);
            if (isKnown && read.isEmpty() == given) {
              found.add(column.name());
            }
          }
        }
      }
      return found;
    }

    private List<Expression> conditions(Identifier alias) {
      return Stream.concat(
              from.stream()
                  .filter(one -> one.alias().equals(alias))
                  .flatMap(one -> one.outer().stream())
                  .flatMap(outer -> outer.on().stream()),
              where.stream())
          .toList();
    }
  }

  /** Both sides of an equality; of anything else none. */
  private static List<Expression> sides(Expression condition) {
    boolean equality =
        condition instanceof KeyEqual
            || condition instanceof Same
            || (condition instanceof Fragment fragment && fragment.isEquality());
    return equality ? condition.parts() : List.of();
  }

  private static Set<Identifier> tables(Expression value) {
    Set<Identifier> tables =
        value.parts().stream().flatMap(part -> tables(part).stream()).collect(Collectors.toSet());
    Set<Identifier> all = new HashSet<>(tables);
    if (value instanceof Qualified column) {
      all.add(column.of());
    }
    return all;
  }
}
