package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.sf.jsqlparser.statement.select.SetOperation;
import org.mview.algebra.Absence;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Filter;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;
import org.mview.statement.Name;

/**
 * UNION, INTERSECT and EXCEPT.
 *
 * <pre>
 *   a UNION b       distinct (a union all b)
 *   a INTERSECT b   groups of (a with 1, 0  union all  b with 0, 1) that have rows of both
 *   a EXCEPT b      those that have rows of a alone
 * </pre>
 */
final class SetOperations {
  /** Types of numbers that may be written in several ways. */
  private static final Pattern DECIMAL =
      Pattern.compile("NUMERIC|DEC|NUMBER|FLOAT|DOUBLE|REAL", Pattern.CASE_INSENSITIVE);

  private static final Pattern WHOLE =
      Pattern.compile("(TINY|SMALL|BIG)?INT", Pattern.CASE_INSENSITIVE);

  private final Symbols symbols;
  private final Language language;

  SetOperations(Symbols symbols, Language language) {
    this.symbols = symbols;
    this.language = language;
  }

  SelectBinder.Bound of(SelectBinder.Bound left, SelectBinder.Bound right, SetOperation operation) {
    String name = operation.toString().toUpperCase(Locale.ROOT);
    if (left.relation().columns().size() != right.relation().columns().size()) {
      throw new NotUnderstood("%s of queries with other numbers of columns".formatted(name));
    }
    checkCollations(left.relation(), right.relation(), name);
    checkTypes(left.relation(), right.relation(), name);
    Relation first = typed(left.relation(), right.relation());
    Relation second = typed(right.relation(), left.relation());
    Relation result =
        switch (name) {
          case "UNION ALL" -> unionAll(first, second);
          case "UNION", "UNION DISTINCT" -> distinct(unionAll(first, second));
          case "INTERSECT", "INTERSECT DISTINCT" -> compared(first, second, "{} > 0");
          case "EXCEPT", "EXCEPT DISTINCT", "MINUS", "MINUS DISTINCT" ->
              compared(first, second, "{} = 0");
          default -> throw new NotUnderstood("%s is not understood".formatted(operation));
        };
    return new SelectBinder.Bound(result, left.names());
  }

  /** Where a part has nothing but NULL, it is of the type that the other part has. */
  private Relation typed(Relation part, Relation other) {
    List<Project.Item> items = new ArrayList<>();
    for (int i = 0; i < part.columns().size(); i++) {
      items.add(typed(part.columns().get(i), other.columns().get(i), other));
    }
    boolean same = items.stream().allMatch(item -> item.value().equals(item.column()));
    return same ? part : new Project(part, items);
  }

  private Project.Item typed(Column column, Column its, Relation other) {
    boolean untyped = column.type().equals(Type.NULL) && !its.type().equals(Type.NULL);
    return language.typed() && untyped
        ? new Project.Item(
            symbols.copy(column, its.type().nullable(true)), Absence.beside(its, other))
        : Project.Item.of(column);
  }

  private static Relation distinct(Relation rows) {
    return new Aggregate(rows, rows.columns(), List.of());
  }

  /** By which collation values are equal, each database decides in its own way. */
  private static void checkCollations(Relation left, Relation right, String name) {
    for (int i = 0; i < left.columns().size(); i++) {
      Type first = left.columns().get(i).type();
      Type second = right.columns().get(i).type();
      boolean isNull = first.equals(Type.NULL) || second.equals(Type.NULL);
      if (!isNull && !first.collation().equals(second.collation())) {
        throw new NotUnderstood(
            "column %s of %s has another collation in each part".formatted(i + 1, name));
      }
    }
  }

  /** Where values are converted, what a part has is not what the union has. */
  private void checkTypes(Relation left, Relation right, String name) {
    for (int i = 0; i < left.columns().size(); i++) {
      Column first = left.columns().get(i);
      Column second = right.columns().get(i);
      boolean isNull = first.type().equals(Type.NULL) || second.type().equals(Type.NULL);
      boolean numbers = language.convertsInUnions() && mixNumbers(first.type(), second.type());
      boolean texts = language.mixesChars() && TextTypes.mix(first, left, second, right);
      if (!isNull && (numbers || texts)) {
        throw new NotUnderstood(
            "column %s of %s has another type in each part: CAST both to one"
                .formatted(i + 1, name));
      }
    }
  }

  private static boolean mixNumbers(Type first, Type second) {
    return !first.declaration().equals(second.declaration())
        && (isNumber(first) || isNumber(second))
        && !(isWhole(first) && isWhole(second));
  }

  private static boolean isNumber(Type type) {
    return isWhole(type) || DECIMAL.matcher(type.declaration()).lookingAt();
  }

  private static boolean isWhole(Type type) {
    return WHOLE.matcher(type.declaration()).lookingAt();
  }

  private Relation unionAll(Relation left, Relation right) {
    return new UnionAll(List.of(left, right), both(left.columns(), right.columns()));
  }

  private List<Column> both(List<Column> left, List<Column> right) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      columns.add(both(left.get(i), right.get(i)));
    }
    return columns;
  }

  /** A column that may hold what either holds. */
  private Column both(Column left, Column right) {
    Type first = left.type();
    Type second = right.type();
    boolean nullable = first.nullable() || second.nullable();
    return symbols.copy(left, both(first, second).nullable(nullable));
  }

  private static Type both(Type first, Type second) {
    if (first.equals(Type.NULL)) {
      return second;
    } else if (second.equals(Type.NULL) || first.nullable(true).equals(second.nullable(true))) {
      return first;
    }
    return Type.ANY.collation(first.collation());
  }

  private Relation compared(Relation left, Relation right, String others) {
    List<Column> flags =
        List.of(symbols.column("left", Type.COUNT), symbols.column("right", Type.COUNT));
    List<Column> columns = both(left.columns(), right.columns());
    List<Column> all = new ArrayList<>(columns);
    all.addAll(flags);
    Relation rows = new UnionAll(List.of(flagged(left, "1", "0"), flagged(right, "0", "1")), all);
    Column ofLeft = symbols.column("left", Type.ANY);
    Column ofRight = symbols.column("right", Type.ANY);
    List<Aggregate.Call> calls = new ArrayList<>();
    calls.add(sum(ofLeft, flags.get(0)));
    calls.add(sum(ofRight, flags.get(1)));
    List<Project.Item> items = new ArrayList<>();
    for (Column column : columns) {
      items.add(item(column, flags.get(0), calls));
    }
    return new Project(
        new Filter(
            new Aggregate(rows, columns, calls),
            List.of(Fragment.of("{} > 0", ofLeft), Fragment.of(others, ofRight))),
        items);
  }

  private static Aggregate.Call sum(Column column, Column flag) {
    return new Aggregate.Call(column, AggregateFunction.sum(flag, Arithmetic.EXACT));
  }

  /** A value as the left side has it, where that of the right may be written otherwise. */
  private Project.Item item(Column column, Column isLeft, List<Aggregate.Call> calls) {
    Column shown = symbols.copy(column, column.type());
    if (column.type().sharp()) {
      return new Project.Item(shown, column);
    }
    Column value = symbols.copy(column, column.type().nullable(true));
    Expression ofLeft = Fragment.of("CASE WHEN {} = 1 THEN {} END", isLeft, column);
    calls.add(new Aggregate.Call(value, AggregateFunction.min(ofLeft)));
    return new Project.Item(shown, collated(value));
  }

  /** Where an expression has no collation, the value is compared as the column that it was. */
  private Expression collated(Column value) {
    return language.typed()
        ? value
        : value
            .type()
            .collation()
            .<Expression>map(name -> Fragment.of("{} COLLATE " + new Name(name, true), value))
            .orElse(value);
  }

  private Relation flagged(Relation side, String left, String right) {
    List<Project.Item> items =
        new ArrayList<>(side.columns().stream().map(Project.Item::of).toList());
    items.add(new Project.Item(symbols.column("left", Type.COUNT), Fragment.text(left)));
    items.add(new Project.Item(symbols.column("right", Type.COUNT), Fragment.text(right)));
    return new Project(side, items);
  }
}
