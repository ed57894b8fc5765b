package org.mview.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.UnionAll;
import org.mview.catalog.Catalog;
import org.mview.catalog.QueryShape;
import org.mview.catalog.QueryShape.Item;
import org.mview.catalog.QueryShape.JoinedPair;
import org.mview.catalog.QueryShape.Source;
import org.mview.catalog.View;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;
import org.mview.statement.query.Understanding;

/** Finds what the dictionary tells of a query: where its columns come from, and what joins it. */
final class QueryShapes {
  private final Catalog catalog;
  private final Map<Column, Source> sources = new HashMap<>();
  private final Map<Column, Expression> values = new HashMap<>();
  private final Map<Column, AggregateFunction> calls = new HashMap<>();
  private final List<JoinedPair> joins = new ArrayList<>();

  private QueryShapes(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What is known of a query, over views of this catalog. */
  static QueryShape of(Understanding understanding, Catalog catalog) {
    if (!(understanding instanceof Understanding.Clear clear)) {
      return QueryShape.UNKNOWN;
    }
    QueryShapes shapes = new QueryShapes(catalog);
    shapes.define(clear.relation());
    shapes.join(clear.relation());
    List<Item> items = clear.relation().columns().stream().map(shapes::item).toList();
    return new QueryShape(items, shapes.joins);
  }

  /** The columns of a union come from several places, which is none. */
  private void define(Relation relation) {
    if (relation instanceof UnionAll) {
      return;
    } else if (relation instanceof Scan scan) {
      QualifiedName table = scan.table().name();
      QualifiedName known = catalog.viewIn(table).map(View::name).orElse(table);
      for (int i = 0; i < scan.columns().size(); i++) {
        sources.put(scan.columns().get(i), new Source(known, scan.sources().get(i)));
      }
    } else if (relation instanceof Project project) {
      project.items().stream()
          .filter(item -> !item.column().equals(item.value()))
          .forEach(item -> values.put(item.column(), item.value()));
    } else if (relation instanceof Aggregate aggregate) {
      aggregate.calls().forEach(call -> calls.put(call.column(), call.function()));
    }
    relation.inputs().forEach(this::define);
  }

  private Item item(Column column) {
    Column shown = shown(column);
    AggregateFunction call = calls.get(shown);
    return call == null
        ? new Item.Plain(Optional.ofNullable(sources.get(shown)))
        : new Item.Aggregated(name(call), isDistinct(call), measure(call));
  }

  /** The column behind a column that is only another name for it. */
  private Column shown(Column column) {
    return values.get(column) instanceof Column below ? shown(below) : column;
  }

  private static String name(AggregateFunction call) {
    return switch (call.kind()) {
      case COUNT_ROWS, COUNT -> "COUNT";
      case SUM, AVG, MIN, MAX -> call.kind().name();
      case OTHER -> call.toString().replaceFirst("(?s)\\(.*", "").toUpperCase(Locale.ROOT).strip();
    };
  }

  private static boolean isDistinct(AggregateFunction call) {
    return call.call().pieces().get(0).toUpperCase(Locale.ROOT).contains("DISTINCT");
  }

  private String measure(AggregateFunction call) {
    return call.arguments().isEmpty()
        ? "*"
        : call.arguments().stream().map(this::words).collect(Collectors.joining(", "));
  }

  /** An expression in words of the tables. */
  private String words(Expression expression) {
    return expression.mapColumns(column -> Fragment.text(word((Column) column))).toString();
  }

  private String word(Column column) {
    Source source = sources.get(shown(column));
    Expression value = values.get(shown(column));
    if (source != null) {
      return source.column().text();
    }
    return value == null ? column.name() : "(" + words(value) + ")";
  }

  private void join(Relation relation) {
    if (relation instanceof Join join) {
      joins.addAll(pairs(join.conditions()));
    } else if (relation instanceof OuterJoin join) {
      pairs(join.conditions()).forEach(pair -> joins.add(outer(pair, join.left())));
    } else if (relation instanceof Filter filter) {
      joins.addAll(pairs(filter.conditions()));
    }
    relation.inputs().forEach(this::join);
  }

  private List<JoinedPair> pairs(List<Expression> conditions) {
    return conditions.stream().flatMap(condition -> pair(condition).stream()).toList();
  }

  private Optional<JoinedPair> pair(Expression condition) {
    if (!(condition instanceof Fragment fragment && fragment.isEquality())) {
      return Optional.empty();
    }
    Optional<Source> left = source(fragment.parts().get(0));
    Optional<Source> right = source(fragment.parts().get(1));
    return left.isPresent() && right.isPresent()
        ? Optional.of(new JoinedPair(left.get(), right.get(), false))
        : Optional.empty();
  }

  /** The side whose rows all stay is the left one. */
  private JoinedPair outer(JoinedPair pair, Relation staying) {
    boolean inOrder =
        staying.columns().stream().flatMap(c -> source(c).stream()).anyMatch(pair.left()::equals);
    return inOrder
        ? new JoinedPair(pair.left(), pair.right(), true)
        : new JoinedPair(pair.right(), pair.left(), true);
  }

  private Optional<Source> source(Expression expression) {
    return expression instanceof Column column
        ? Optional.ofNullable(sources.get(shown(column)))
        : Optional.empty();
  }
}
