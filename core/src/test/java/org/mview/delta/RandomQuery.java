package org.mview.delta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;

/** Random queries over three tables: two with a key, one without. */
final class RandomQuery {
  /** More tables than this are not begun to be joined: their rows become too many. */
  private static final int MOST_SCANS = 3;

  private static final Type KEY = Type.ANY.arithmetic(Arithmetic.EXACT).nullable(false);
  private static final Type NUMBER = Type.ANY.arithmetic(Arithmetic.BY_VALUE);

  static final List<Table> TABLES =
      List.of(
          table("a", List.of("id"), new TableColumn(Identifier.of("id"), KEY)),
          table("b", List.of("id"), new TableColumn(Identifier.of("id"), KEY)),
          table("c", List.of(), new TableColumn(Identifier.of("v"), KEY)));

  private final Random random;
  private final boolean averages;
  private int names;
  private int scans;

  RandomQuery(Random random) {
    this(random, true);
  }

  /** Queries whose results are whole numbers, unless averages are asked for. */
  RandomQuery(Random random, boolean averages) {
    this.random = random;
    this.averages = averages;
  }

  private static Table table(String name, List<String> key, TableColumn first) {
    return new Table(
        QualifiedName.of(name),
        List.of(
            first,
            new TableColumn(Identifier.of("g"), NUMBER),
            new TableColumn(Identifier.of("x"), NUMBER)),
        key.isEmpty() ? List.of() : List.of(key.stream().map(Identifier::of).toList()));
  }

  /** A query with a projection at the top, as every SELECT has one. */
  Relation query() {
    return query(3);
  }

  /** The same of no more than so many operators above each other, and the projection. */
  Relation query(int depth) {
    return project(relation(depth));
  }

  private Relation relation(int depth) {
    if (depth == 0 || scans >= MOST_SCANS) {
      return scan();
    }
    return switch (random.nextInt(15)) {
      case 0, 1 -> scan();
      case 2 -> new Filter(relation(depth - 1), List.of()).mapInputs(i -> i);
      case 3 -> filter(relation(depth - 1));
      case 4 -> project(relation(depth - 1));
      case 5 -> union(relation(depth - 1), relation(depth - 1));
      case 6 -> aggregate(relation(depth - 1));
      case 7 -> window(relation(depth - 1));
      case 8 -> top(relation(depth - 1));
      case 9, 10 -> semiJoin(relation(depth - 1), relation(depth - 1));
      case 11, 12 -> outerJoin(relation(depth - 1), relation(depth - 1));
      default -> join(relation(depth - 1), relation(depth - 1));
    };
  }

  private Relation scan() {
    scans++;
    Table table = TABLES.get(random.nextInt(TABLES.size()));
    return new Scan(
        table,
        table.columns().stream().map(c -> column(c.type())).toList(),
        table.columns().stream().map(TableColumn::name).toList());
  }

  private Relation filter(Relation input) {
    Expression limit = Fragment.text(Integer.toString(random.nextInt(3)));
    return new Filter(input, List.of(Fragment.of("{} > {}", any(input), limit)));
  }

  private Relation project(Relation input) {
    List<Project.Item> items = new ArrayList<>();
    for (int i = 0, n = 1 + random.nextInt(3); i < n; i++) {
      Column source = any(input);
      boolean plain = random.nextInt(3) > 0;
      Expression value = plain ? source : Fragment.of("{} + {}", source, any(input));
      items.add(new Project.Item(column(plain ? source.type() : NUMBER), value));
    }
    return new Project(input, items);
  }

  private Relation union(Relation left, Relation right) {
    int width = Math.min(left.columns().size(), right.columns().size());
    List<Column> columns = IntStream.range(0, width).mapToObj(i -> column(NUMBER)).toList();
    return new UnionAll(
        List.of(
            Project.keep(left, left.columns().subList(0, width)),
            Project.keep(right, right.columns().subList(0, width))),
        columns);
  }

  private Relation join(Relation left, Relation right) {
    return new Join(left, right, conditions(left, right));
  }

  private Relation semiJoin(Relation left, Relation right) {
    return new SemiJoin(left, right, conditions(left, right), random.nextBoolean());
  }

  private Relation outerJoin(Relation left, Relation right) {
    return new OuterJoin(left, right, conditions(left, right), random.nextInt(4) == 0);
  }

  /** Mostly one equality; sometimes it says something of one side, too, or there is none. */
  private List<Expression> conditions(Relation left, Relation right) {
    Expression on = Fragment.equal(any(left), any(right));
    Expression one = Fragment.of("{} > 0", any(random.nextBoolean() ? left : right));
    return switch (random.nextInt(12)) {
      case 0 -> List.of();
      case 1 -> List.of(Fragment.of("{} <= {}", any(left), any(right)));
      case 2, 3 -> List.of(on, one);
      default -> List.of(on);
    };
  }

  private Relation window(Relation input) {
    List<Column> partition = some(input);
    Fragment call =
        switch (random.nextInt(4)) {
          case 0 -> over("COUNT(*)", List.of(), partition, List.of());
          case 1 -> over("SUM({})", List.of(any(input)), partition, List.of());
          case 2 -> over("MAX({})", List.of(any(input)), partition, List.of());
          default -> over("RANK()", List.of(), partition, List.of(any(input)));
        };
    return new Window(input, partition, List.of(new Window.Call(column(NUMBER), call)));
  }

  private static Fragment over(
      String function, List<Column> arguments, List<Column> partition, List<Column> order) {
    List<Column> parts = new ArrayList<>(arguments);
    parts.addAll(partition);
    parts.addAll(order);
    String by = partition.isEmpty() ? "" : "PARTITION BY {}" + ", {}".repeat(partition.size() - 1);
    String ordered = order.isEmpty() ? "" : " ORDER BY {}";
    return Fragment.of("%s OVER (%s%s)".formatted(function, by, ordered), parts);
  }

  private Relation top(Relation input) {
    List<Column> columns = new ArrayList<>(input.columns());
    Collections.shuffle(columns, random);
    List<Expression> order =
        columns.stream()
            .<Expression>map(c -> Fragment.of(random.nextBoolean() ? "{}" : "{} DESC", c))
            .toList();
    return new Top(input, order, random.nextInt(2), random.nextInt(4));
  }

  private List<Column> some(Relation input) {
    return input.columns().stream().filter(c -> random.nextInt(2) == 0).limit(2).toList();
  }

  private Relation aggregate(Relation input) {
    List<Column> keys = some(input);
    List<Aggregate.Call> calls = new ArrayList<>();
    int least = keys.isEmpty() ? 1 : 0;
    for (int i = 0, n = least + random.nextInt(3); i < n; i++) {
      AggregateFunction function = function(any(input));
      if (calls.stream().noneMatch(call -> call.function().equals(function))) {
        calls.add(new Aggregate.Call(column(NUMBER), function));
      }
    }
    return new Aggregate(input, keys, calls);
  }

  private AggregateFunction function(Expression argument) {
    return switch (random.nextInt(7)) {
      case 0 -> AggregateFunction.COUNT_ROWS;
      case 1 -> AggregateFunction.count(argument);
      case 2 -> AggregateFunction.min(argument);
      case 3 -> AggregateFunction.max(argument);
      case 4 ->
          averages
              ? new AggregateFunction(
                  AggregateFunction.Kind.AVG, Fragment.of("AVG({})", argument), Arithmetic.BY_VALUE)
              : AggregateFunction.COUNT_ROWS;
      case 5 ->
          random.nextInt(4) > 0
              ? AggregateFunction.sum(argument, Arithmetic.BY_VALUE)
              : new AggregateFunction(
                  AggregateFunction.Kind.OTHER,
                  Fragment.of("COUNT(DISTINCT {})", argument),
                  Arithmetic.EXACT);
      default -> AggregateFunction.sum(argument, Arithmetic.BY_VALUE);
    };
  }

  private Column any(Relation relation) {
    return relation.columns().get(random.nextInt(relation.columns().size()));
  }

  private Column column(Type type) {
    return new Column("c" + names++, type);
  }
}
