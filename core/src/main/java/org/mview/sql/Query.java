package org.mview.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * All rows of a query block, in the order of columns of its result.
   *
   * @param by one column or more
   */
  record Ordered(Query query, List<Identifier> by) implements Query {
    public Ordered {
      by = List.copyOf(by);
    }
  }

  /**
   * What several queries read of the database as it is at one moment: the rows of all of them, one
   * under the other, each in columns of its own.
   *
   * @param guard a condition: where it does not hold, there are no rows; where it does, there is
   *     one that is of no part
   * @param named tables that are named where no subquery is around them, though nothing is read
   *     there
   */
  record Gathered(Expression guard, List<Part> parts, List<QualifiedName> named) implements Query {
    /** The column that says of which part a row is: the first one is 1. */
    public static final Identifier PART = Identifier.of("part");

    public Gathered {
      parts = List.copyOf(parts);
      named = List.copyOf(named);
    }

    /** The columns of all, the number of the part first. */
    public List<Identifier> columns() {
      return Stream.concat(Stream.of(PART), parts.stream().flatMap(part -> part.places().stream()))
          .toList();
    }
  }

  /**
   * One of the queries of which the rows are gathered.
   *
   * @param name under which later parts can read its rows
   * @param columns what those call its columns
   * @param places the columns in which its rows are gathered
   */
  record Part(Identifier name, List<Identifier> columns, Query rows, List<Identifier> places) {
    public Part {
      columns = List.copyOf(columns);
      places = List.copyOf(places);
    }
  }

  /**
   * What is left of the rows of a table when copies of them are deleted: a row for each of the
   * stage with a negative weight of which copies are left, and their number as its weight.
   */
  record CopiesLeft(Statement.DeleteCopies delete) implements Query {}

  /**
   * A query that reads others by their names.
   *
   * @param columns of the query
   * @param named tables that are named where no subquery is around them, though nothing is read
   *     there
   */
  record With(List<Part> parts, Query query, List<Identifier> columns, List<QualifiedName> named)
      implements Query {
    public With {
      parts = List.copyOf(parts);
      columns = List.copyOf(columns);
      named = List.copyOf(named);
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
