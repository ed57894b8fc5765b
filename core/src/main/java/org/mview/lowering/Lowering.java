package org.mview.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Changes;
import org.mview.algebra.Copies;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Stored;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Weighed;
import org.mview.algebra.Window;
import org.mview.delta.Step;
import org.mview.sql.Binary;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Query.From;
import org.mview.sql.Query.Item;
import org.mview.sql.Query.QuerySource;
import org.mview.sql.Query.TableSource;
import org.mview.sql.Same;
import org.mview.sql.Subquery;

/**
 * A relation → the query that computes it.
 *
 * <p>Filters, projections, joins and restrictions that stand on each other become one query block;
 * a grouping, a window, a union, a netting and an order each close one. Deciding is over by now:
 * nothing here looks for a better way.
 */
final class Lowering {
  static final Identifier WEIGHT = Identifier.of("mview$weight");

  /** What rows at hand are called. */
  private static final List<String> IN_TRIGGERS = List.of("new", "old");

  private final Places places;

  /** Names that tables have been given, in lower case: to SQL they are the same. */
  private final Set<String> aliases = new HashSet<>();

  Lowering(Places places) {
    this.places = places;
    if (places.inTrigger()) {
      aliases.addAll(IN_TRIGGERS);
    }
  }

  /** The query of a relation whose rows all have weight 1; its columns are named as given. */
  Query query(Relation relation, List<Identifier> names) {
    return query(relation, names, false);
  }

  /** The query of a relation, with the weight of each row as its last column. */
  Query signedQuery(Relation relation, List<Identifier> names) {
    return query(relation, names, true);
  }

  private Query query(Relation relation, List<Identifier> names, boolean signed) {
    if (relation instanceof UnionAll union && !union.inputs().isEmpty()) {
      return new Query.Union(
          union.unmixed().inputs().stream().map(input -> part(input, names, signed)).toList());
    } else if (relation instanceof Top top && !signed) {
      return first(top, names);
    } else if (relation instanceof Copies copies && !signed && isSigned(copies.input())) {
      return new Query.Repeated(signedQuery(copies.input(), names), names, WEIGHT);
    }
    return select(block(relation), relation, names, signed);
  }

  private static Query.Select select(
      Block block, Relation relation, List<Identifier> names, boolean signed) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      items.add(new Item(block.substitute(relation.columns().get(i)), names.get(i)));
    }
    if (signed || items.isEmpty()) {
      items.add(new Item(block.weight(), WEIGHT));
    }
    return block.select(items);
  }

  /** A part of a union: behind it neither an order nor a limit may stand. */
  private Query part(Relation part, List<Identifier> names, boolean signed) {
    return part instanceof Top
        ? select(derived(part), part, names, signed)
        : query(part, names, signed);
  }

  private Query first(Top top, List<Identifier> names) {
    unsigned(top);
    Block block = open(top.input());
    List<Expression> order =
        top.order().stream()
            .map(term -> term.mapColumns(column -> key(block.substitute(column))))
            .toList();
    return new Query.First(
        select(block, top.input(), names, false), order, top.skipped(), top.rows());
  }

  /** A relation as a block to which conditions, and other blocks, can be joined. */
  Block open(Relation relation) {
    Block block = block(relation);
    return block.grouped() || block.windowed() ? derived(relation) : block;
  }

  private Block block(Relation relation) {
    if (relation instanceof Scan scan) {
      return scan(scan);
    } else if (relation instanceof Changes changes) {
      return changes(changes.of());
    } else if (relation instanceof Stored stored) {
      return stored(stored);
    } else if (relation instanceof Filter filter) {
      return filter(filter);
    } else if (relation instanceof Project project) {
      return project(project);
    } else if (relation instanceof Join join) {
      Block both = open(join.left()).joined(open(join.right()));
      return both.withWhere(both.substitute(join.conditions()));
    } else if (relation instanceof SemiJoin semi) {
      Block left = open(semi.left());
      return left.withWhere(List.of(new Partner(this).of(semi, left)));
    } else if (relation instanceof OuterJoin outer && outer.full()) {
      return derived(outer.asUnion());
    } else if (relation instanceof OuterJoin outer) {
      return outerJoin(outer);
    } else if (relation instanceof Window window) {
      return window(window);
    } else if (relation instanceof Restrict restrict) {
      return restrict(restrict);
    } else if (relation instanceof Negate negate) {
      Block block = open(negate.input());
      return block.withWeight(block.weights(), !block.negative());
    } else if (relation instanceof Weighed weighed) {
      return weighed(weighed);
    } else if (relation instanceof Aggregate aggregate) {
      return aggregate(aggregate);
    } else if (relation instanceof Net net) {
      return net(net);
    } else if (relation instanceof Copies copies && !isSigned(copies.input())) {
      return block(copies.input());
    }
    return derived(relation);
  }

  private Block scan(Scan scan) {
    Identifier alias = alias(scan.table().name().name().text());
    Map<Column, Expression> values = qualified(alias, scan.columns(), scan.sources());
    List<List<Expression>> keys =
        scan.keys().stream()
            .map(key -> key.stream().<Expression>map(values::get).toList())
            .toList();
    return Block.of(table(places.named(scan.table().name()), alias, keys), values, false);
  }

  private Block changes(Scan of) {
    Places.ChangedRows rows = places.logs().get(of.table().name());
    return rows instanceof Places.LogTable log ? log(log, of) : image((Places.RowImage) rows, of);
  }

  private Block log(Places.LogTable log, Scan of) {
    Identifier alias = alias(Places.LogTable.ALIAS.text());
    Map<Column, Expression> values = qualified(alias, of.columns(), of.sources());
    return Block.of(table(log.name(), alias, List.of()), values, true)
        .withWhere(log.pending().stream().map(c -> renamed(c, alias)).toList())
        .withWeight(List.of(new Qualified(alias, log.sign())), false);
  }

  private static Block image(Places.RowImage row, Scan of) {
    Map<Column, Expression> values = qualified(row.name(), of.columns(), of.sources());
    return Block.ofOneRow(values)
        .withWhere(row.conditions())
        .withWeight(List.of(Fragment.text(row.sign())), false);
  }

  private static Expression renamed(Expression condition, Identifier alias) {
    return condition instanceof Qualified column && column.of().equals(Places.LogTable.ALIAS)
        ? new Qualified(alias, column.name())
        : condition.mapParts(part -> renamed(part, alias));
  }

  private Block stored(Stored stored) {
    boolean isContainer = stored.name().equals(Step.CONTAINER);
    Identifier alias = alias(stored.name());
    Query.Source source =
        isContainer ? new TableSource(places.container()) : places.stageSource(stored.name());
    List<Identifier> names = isContainer ? places.columns() : stageColumns(stored.columns().size());
    Map<Column, Expression> values = qualified(alias, stored.columns(), names);
    From from = new From(source, alias, false);
    Block block = Block.of(new Block.Source(from, List.of()), values, !isContainer);
    return stored.signed() ? block.withWeight(List.of(new Qualified(alias, WEIGHT)), false) : block;
  }

  private Block filter(Filter filter) {
    Block block = block(filter.input());
    if (block.windowed() || namesOneOfTwins(filter, block)) {
      block = derived(filter.input());
    }
    List<Expression> conditions = block.substitute(filter.conditions());
    return block.grouped() ? block.withHaving(conditions) : block.withWhere(conditions);
  }

  private static boolean namesOneOfTwins(Filter filter, Block block) {
    return filter.conditions().stream()
        .flatMap(condition -> condition.columns().stream())
        .anyMatch(column -> block.hasTwinOf(block.values().get(column)));
  }

  private Block project(Project project) {
    boolean lost = isLost(project.input(), used(project.items()));
    Block block = lost ? derived(project.input()) : block(project.input());
    Map<Column, Expression> values = new LinkedHashMap<>();
    for (Project.Item item : project.items()) {
      values.put(item.column(), block.substitute(item.value()));
    }
    return block.withValues(values);
  }

  /**
   * Whether there is one group, of which nothing is read: without an aggregate function in it, the
   * block would have as many rows as its input.
   */
  private static boolean isLost(Relation relation, Set<Column> used) {
    if (relation instanceof Filter filter) {
      return isLost(filter.input(), used);
    } else if (relation instanceof Project project) {
      return isLost(
          project.input(),
          used(project.items().stream().filter(item -> used.contains(item.column())).toList()));
    }
    return relation instanceof Aggregate aggregate && aggregate.isTotal() && used.isEmpty();
  }

  private static Set<Column> used(List<Project.Item> items) {
    Set<Column> used = new HashSet<>();
    items.forEach(item -> used.addAll(item.value().columns()));
    return used;
  }

  private Block restrict(Restrict restrict) {
    Block keys = open(restrict.keys());
    Block input = open(restrict.input());
    List<Expression> conditions = new ArrayList<>();
    for (int i = 0; i < restrict.on().size(); i++) {
      Column key = restrict.keys().columns().get(i);
      Column on = restrict.on().get(i);
      boolean neverNull = !key.type().nullable() || !on.type().nullable();
      conditions.add(same(keys.substitute(key), input.substitute(on), key, neverNull));
    }
    return KeyLookup.of(restrict, keys, input)
        .flatMap(lookup -> lookup.block(() -> alias("starts")))
        .orElseGet(() -> keys.joined(input).withValues(input.values()).withWhere(conditions));
  }

  private static Expression same(
      Expression key, Expression value, Column column, boolean neverNull) {
    boolean ofContainer =
        key instanceof Qualified name && name.of().text().startsWith(Step.CONTAINER);
    return ofContainer ? new KeyEqual(key, value, column.type()) : new Same(value, key, neverNull);
  }

  /** The right side as a table, if it is one, and otherwise as a query of its own. */
  private Block outerJoin(OuterJoin outer) {
    if (isSigned(outer.right())) {
      throw new IllegalArgumentException("rows with weights below " + outer);
    }
    Block left = open(outer.left());
    Block open = open(outer.right());
    Block right = open.isTable() ? open : derived(outer.right());
    Map<Column, Expression> values = new LinkedHashMap<>(left.values());
    values.putAll(right.values());
    List<Expression> on = new ArrayList<>(right.where());
    outer.conditions().forEach(condition -> on.add(condition.mapColumns(values::get)));
    return left.outerJoined(right.from().get(0), on, right.values());
  }

  private Block window(Window window) {
    unsigned(window);
    Block block = open(window.input());
    Map<Column, Expression> calls = new LinkedHashMap<>();
    window.calls().forEach(call -> calls.put(call.column(), block.substitute(call.call())));
    return block.windowed(calls);
  }

  /** What makes something of many rows takes each for one. */
  private static void unsigned(Relation relation) {
    if (relation.inputs().stream().anyMatch(Lowering::isSigned)) {
      throw new IllegalArgumentException("rows with weights below " + relation);
    }
  }

  private Block weighed(Weighed weighed) {
    Block block = open(weighed.input());
    Map<Column, Expression> values = new LinkedHashMap<>(block.values());
    values.put(weighed.weight(), block.weight());
    return block.withValues(values).withWeight(List.of(), false);
  }

  private Block aggregate(Aggregate aggregate) {
    unsigned(aggregate);
    Block block = grouping(aggregate.input());
    Map<Column, Expression> values = new LinkedHashMap<>();
    aggregate.keys().forEach(key -> values.put(key, block.substitute(key)));
    for (Aggregate.Call call : aggregate.calls()) {
      values.put(call.column(), block.substitute(call.function().call()));
    }
    List<Expression> by = aggregate.keys().stream().map(values::get).map(Lowering::key).toList();
    return block.grouped(values, by, List.of());
  }

  /** A number in GROUP BY would name a column by its place, and a text is refused there. */
  private static Expression key(Expression value) {
    boolean constant = value instanceof Fragment fragment && fragment.parts().isEmpty();
    return constant ? Fragment.computed(value) : value;
  }

  /**
   * What is to be grouped: HSQLDB takes no query in GROUP BY, such as one that says of which type
   * NULL is.
   */
  private Block grouping(Relation input) {
    Block block = open(input);
    boolean queries = block.values().values().stream().anyMatch(Lowering::hasQuery);
    return queries ? derived(input) : block;
  }

  private static boolean hasQuery(Expression value) {
    return value instanceof Subquery || value.parts().stream().anyMatch(Lowering::hasQuery);
  }

  private Block net(Net net) {
    Block block = grouping(net.input());
    Expression weight = Fragment.of("SUM({})", block.weight());
    List<Expression> by = new ArrayList<>();
    for (Column column : net.columns()) {
      Expression value = block.substitute(column);
      by.add(column.type().sharp() ? key(value) : new Binary(key(value)));
    }
    Map<Column, Expression> values = new LinkedHashMap<>();
    net.columns().forEach(column -> values.put(column, block.substitute(column)));
    return block
        .grouped(values, by, List.of(weight))
        .withHaving(List.of(Fragment.of("{} <> 0", weight)));
  }

  /** A relation as a query of its own in FROM. */
  Block derived(Relation relation) {
    boolean signed = isSigned(relation);
    Identifier alias = alias("q");
    List<Identifier> names =
        relation.columns().stream().map(column -> Identifier.of(column.name())).toList();
    Query query =
        UnionAll.isNothing(relation) ? noRows(names, signed) : query(relation, names, signed);
    Map<Column, Expression> values = qualified(alias, relation.columns(), names);
    From from = new From(new QuerySource(query), alias, false);
    Block block = Block.of(new Block.Source(from, List.of()), values, isSmall(relation));
    return signed ? block.withWeight(List.of(new Qualified(alias, WEIGHT)), false) : block;
  }

  private static Query noRows(List<Identifier> names, boolean signed) {
    List<Item> items = new ArrayList<>();
    names.forEach(name -> items.add(new Item(Project.NULL, name)));
    if (signed || items.isEmpty()) {
      items.add(new Item(Fragment.text("0"), WEIGHT));
    }
    Expression never = Fragment.text("1 = 0");
    return new Query.Select(items, List.of(), List.of(never), List.of(), List.of());
  }

  /** Whether a row may have a weight other than 1. */
  static boolean isSigned(Relation relation) {
    if (relation instanceof Stored stored) {
      return stored.signed();
    } else if (relation instanceof Aggregate
        || relation instanceof Window
        || relation instanceof Top
        || relation instanceof Weighed
        || relation instanceof Copies) {
      return false;
    } else if (isOfItsFirst(relation)) {
      return isSigned(relation.inputs().get(0));
    }
    return relation instanceof Changes
        || relation instanceof Negate
        || relation instanceof Net
        || relation.inputs().stream().anyMatch(Lowering::isSigned);
  }

  /** Whether a row comes from one of the first input, and has its weight. */
  private static boolean isOfItsFirst(Relation relation) {
    return relation instanceof Restrict
        || relation instanceof SemiJoin
        || (relation instanceof OuterJoin outer && !outer.full());
  }

  /** Whether a relation has about as many rows as the change. */
  private static boolean isSmall(Relation relation) {
    if (relation instanceof Stored stored) {
      return !stored.name().equals(Step.CONTAINER);
    } else if (relation instanceof UnionAll union) {
      return union.inputs().stream().allMatch(Lowering::isSmall);
    } else if (relation instanceof SemiJoin || relation instanceof OuterJoin) {
      return isSmall(relation.inputs().get(0));
    }
    return relation instanceof Changes || relation.inputs().stream().anyMatch(Lowering::isSmall);
  }

  /** The names of the columns of a stage: it is nobody's business what they hold. */
  static List<Identifier> stageColumns(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(i -> Identifier.of("c" + i)).toList();
  }

  private static Block.Source table(
      QualifiedName name, Identifier alias, List<List<Expression>> keys) {
    return new Block.Source(new From(new TableSource(name), alias, false), keys);
  }

  private static Map<Column, Expression> qualified(
      Identifier alias, List<Column> columns, List<Identifier> names) {
    Map<Column, Expression> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), new Qualified(alias, names.get(i)));
    }
    return values;
  }

  /** H2 finds no column by an alias that is not ASCII, where it stands in a derived table. */
  private Identifier alias(String name) {
    String base = name.chars().allMatch(c -> c < 0x80) ? name : "t";
    String alias = base;
    for (int i = 2; !aliases.add(alias.toLowerCase(Locale.ROOT)); i++) {
      alias = base + "_" + i;
    }
    return Identifier.of(alias);
  }
}
