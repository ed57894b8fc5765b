package org.mview.sql;

import java.util.List;
import java.util.Optional;

/** A query that we write. */
public sealed interface Query {

  /** A column of the result: its value, and its name. */
  record Item(Expression value, Identifier name) {}

  /** One query block. Conditions are joined by AND. */
  record Select(
      List<Item> items,
      List<From> from,
      List<Expression> where,
      List<Expression> groupBy,
      List<Expression> having)
      implements Query {
    public Select {
      items = List.copyOf(items);
      from = List.copyOf(from);
      where = List.copyOf(where);
      groupBy = List.copyOf(groupBy);
      having = List.copyOf(having);
    }
  }

  /** UNION ALL; the first query names the columns. */
  record Union(List<Query> queries) implements Query {
    public Union {
      queries = List.copyOf(queries);
    }
  }

  /**
   * The rows of a query, each as many times as one of its columns says; not at all for 0 and less.
   *
   * @param columns the columns of the result, without the one that counts
   */
  record Repeated(Query query, List<Identifier> columns, Identifier times) implements Query {
    public Repeated {
      columns = List.copyOf(columns);
    }
  }

  /**
   * The first rows of a query block in an order.
   *
   * @param order each an expression with its direction
   * @param skipped number of rows before the first
   * @param rows number of rows at most
   */
  record First(Select select, List<Expression> order, long skipped, long rows) implements Query {
    public First {
      order = List.copyOf(order);
    }
  }

  /** A query as its author wrote it. */
  record Verbatim(String sql) implements Query {}

  /**
   * Something in FROM.
   *
   * @param last whether all that stands before it is to be read first, being small or found by an
   *     index; otherwise the database may choose
   * @param outer how it is joined to all that stands before it, if a row there is to stay that fits
   *     none
   */
  record From(Source source, Identifier alias, boolean last, Optional<Outer> outer) {
    /** Something that is joined by the conditions of WHERE alone. */
    public From(Source source, Identifier alias, boolean last) {
      this(source, alias, last, Optional.empty());
    }
  }

  /** The conditions of a LEFT JOIN, joined by AND. */
  record Outer(List<Expression> on) {
    public Outer {
      on = List.copyOf(on);
    }
  }

  /** What FROM reads. */
  sealed interface Source {}

  /** A table or a view. */
  record TableSource(QualifiedName name) implements Source {}

  /** A query in parentheses. */
  record QuerySource(Query query) implements Source {}
}
