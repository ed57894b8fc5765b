package org.mview.algebra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.sql.Absent;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.Query;
import org.mview.sql.Subquery;

/**
 * Finds of what type a column would be: as its table declares it, or as what is computed of such
 * columns is. The database itself says what that is, of an expression like the column's.
 */
public final class Absence {
  private static final Expression NEVER = Fragment.text("1 = 0");
  private static final Identifier ALIAS = Identifier.of("absent");

  private Absence() {}

  /** NULL in the place of a column of this relation. */
  static Absent of(Column column, Relation relation) {
    return column.type().declaration().isEmpty()
        ? new Absent(column.type(), like(column, relation))
        : new Absent(column.type());
  }

  /**
   * NULL beside a column of this relation in a union. The union has the column's type, but not
   * always its length: on PostgreSQL NULL has none.
   */
  public static Absent beside(Column column, Relation relation) {
    return new Absent(
        column.type().undeclared(), Optional.of(Fragment.computed(of(column, relation))));
  }

  private static Optional<Expression> like(Column column, Relation relation) {
    if (!relation.columns().contains(column)) {
      return Optional.empty();
    } else if (relation instanceof Scan scan) {
      return Optional.of(read(scan, scan.sources().get(scan.columns().indexOf(column))));
    } else if (relation instanceof Project project) {
      return Optional.of(of(project.value(column), project.input()));
    } else if (relation instanceof UnionAll union) {
      return common(union, union.columns().indexOf(column));
    }
    return call(column, relation).or(() -> ofInput(column, relation));
  }

  private static Expression of(Expression value, Relation input) {
    return value instanceof Column column ? of(column, input) : never(absent(value, input));
  }

  private static Expression absent(Expression expression, Relation input) {
    return expression.mapColumns(column -> of((Column) column, input));
  }

  private static Subquery read(Scan scan, Identifier source) {
    Query.Source table = new Query.TableSource(scan.table().name());
    List<Query.From> from = List.of(new Query.From(table, ALIAS, false));
    return select(new Qualified(ALIAS, source), from, List.of(NEVER));
  }

  /** A query of no row: a constant might be computed beforehand, and lose its type. */
  private static Subquery never(Expression value) {
    return select(value, List.of(), List.of(NEVER));
  }

  private static Subquery select(Expression value, List<Query.From> from, List<Expression> where) {
    List<Query.Item> items = List.of(new Query.Item(value, ALIAS));
    return new Subquery(new Query.Select(items, from, where, List.of(), List.of()));
  }

  /** The type to which a union converts the values of all its inputs. */
  private static Optional<Expression> common(UnionAll union, int place) {
    List<Absent> all =
        union.inputs().stream().map(input -> of(input.columns().get(place), input)).toList();
    String holes = Stream.generate(() -> "{}").limit(all.size()).collect(Collectors.joining(", "));
    return switch (all.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(all.get(0));
      default -> Optional.of(never(Fragment.of("COALESCE(" + holes + ")", all)));
    };
  }

  private static Optional<Expression> call(Column column, Relation relation) {
    Relation input = relation.inputs().isEmpty() ? relation : relation.inputs().get(0);
    return Calls.of(column, relation)
        .map(call -> never(select(absent(call, input), List.of(), List.of())));
  }

  private static Optional<Expression> ofInput(Column column, Relation relation) {
    return relation.inputs().stream()
        .filter(input -> input.columns().contains(column))
        .findFirst()
        .map(input -> (Expression) of(column, input));
  }
}
