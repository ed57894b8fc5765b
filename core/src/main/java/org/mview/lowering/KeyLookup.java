package org.mview.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mview.algebra.Restrict;
import org.mview.algebra.Stored;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.Query;
import org.mview.sql.Query.From;
import org.mview.sql.Query.QuerySource;
import org.mview.sql.Same;
import org.mview.sql.Subquery;
import org.mview.sql.Type;

/**
 * How the rows of keys are found whose parts are in several tables.
 *
 * <p>Keys come first and drive, as long as one table has all parts. Where it has not, the rows of
 * that table would be read again for each key that begins alike, only to find by the next table
 * that most of them belong to others. So the values of the parts in the first table drive, each
 * once, and the keys are looked up as soon as all parts are known: the whole costs no more than to
 * read the join once. Nor are values that are computed looked for by each key.
 *
 * <pre>
 *   keys of (nation, month)        nations of the keys → customers → orders → keys → lines
 * </pre>
 */
final class KeyLookup {
  private final Block keys;
  private final Block input;
  private final List<Part> parts;

  /**
   * A part of the key.
   *
   * @param value what it is compared with, of the input
   * @param key the column of the stage
   */
  record Part(Expression value, Qualified key, Type type) {
    /** Whether the value is of this table alone. */
    boolean isOf(Identifier table) {
      return JoinOrder.tables(value).equals(Set.of(table));
    }

    Same same(Expression left, Expression right) {
      return new Same(left, right, !type.nullable());
    }

    /**
     * The value as it is. A database may convert one side for a comparison of two columns, and can
     * then not look for it among the keys; what it would convert is the same on both sides here.
     */
    Expression plain() {
      return value instanceof Qualified && type.collation().isEmpty()
          ? Fragment.computed(value)
          : value;
    }
  }

  private KeyLookup(Block keys, Block input, List<Part> parts) {
    this.keys = keys;
    this.input = input;
    this.parts = List.copyOf(parts);
  }

  /** The look-up of keys that are kept in a stage: only those can be read twice. */
  static Optional<KeyLookup> of(Restrict restrict, Block keys, Block input) {
    if (!(restrict.keys() instanceof Stored) || !keys.small() || keys.isSigned()) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < restrict.on().size(); i++) {
      Column key = restrict.keys().columns().get(i);
      Expression value = input.substitute(restrict.on().get(i));
      parts.add(new Part(value, (Qualified) keys.substitute(key), key.type()));
    }
    return Optional.of(new KeyLookup(keys, input, parts));
  }

  /**
   * Both as one block; empty when the keys may as well drive.
   *
   * @param alias names the values that drive
   */
  Optional<Block> block(Supplier<Identifier> alias) {
    if (input.small()) {
      return Optional.empty();
    }
    Map<Identifier, Set<Expression>> columns = columns();
    if (columns.isEmpty()) {
      return Optional.of(parts.size() == 1 ? among(parts.get(0)) : inAnyOrder());
    }
    Identifier first = first(columns);
    return findsRow(columns) || parts.stream().allMatch(part -> part.isOf(first))
        ? Optional.empty()
        : Optional.of(startingAt(first, alias.get()));
  }

  /** The columns that are parts of the key as they are, so that there may be an index on them. */
  private Map<Identifier, Set<Expression>> columns() {
    Map<Identifier, Set<Expression>> columns = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.value() instanceof Qualified column) {
        columns.computeIfAbsent(column.of(), table -> new HashSet<>()).add(column);
      }
    }
    return columns;
  }

  /** The table that has most of them. */
  private static Identifier first(Map<Identifier, Set<Expression>> columns) {
    Identifier first = columns.keySet().iterator().next();
    for (Identifier table : columns.keySet()) {
      if (columns.get(table).size() > columns.get(first).size()) {
        first = table;
      }
    }
    return first;
  }

  /** Whether a key names one row of a table: then it finds no others in vain. */
  private boolean findsRow(Map<Identifier, Set<Expression>> columns) {
    for (Block.Source source : input.from()) {
      Set<Expression> known = columns.getOrDefault(source.from().alias(), Set.of());
      if (source.keys().stream().anyMatch(known::containsAll)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A value that is computed: by its index if it has one, which only the database knows, else by
   * reading everything once.
   */
  private Block among(Part part) {
    Query all = stage(List.of(new Query.Item(part.key(), part.key().name())), List.of(), List.of());
    Fragment among = Fragment.of("{} IN {}", part.value(), new Subquery(all));
    return input.withWhere(List.of(part.type().nullable() ? orNull(part, among) : among));
  }

  private Expression orNull(Part part, Expression among) {
    Query none =
        stage(
            List.of(new Query.Item(Fragment.text("1"), part.key().name())),
            List.of(Fragment.of("{} IS NULL", part.key())),
            List.of());
    return Fragment.of("{} OR ({} IS NULL AND EXISTS {})", among, part.value(), new Subquery(none));
  }

  /** Several values that are computed. */
  private Block inAnyOrder() {
    List<Expression> conditions = new ArrayList<>();
    for (Part part : parts) {
      conditions.add(part.same(part.value(), part.key()));
    }
    return input.joined(lookedUp()).withValues(input.values()).withWhere(conditions);
  }

  private Block startingAt(Identifier first, Identifier alias) {
    List<Query.Item> starts = new ArrayList<>();
    List<Expression> conditions = new ArrayList<>();
    for (Part part : parts) {
      if (part.isOf(first)) {
        Qualified start = new Qualified(alias, part.key().name());
        starts.add(new Query.Item(part.key(), part.key().name()));
        conditions.add(part.same(part.value(), start));
        conditions.add(part.same(part.key(), start));
      } else {
        conditions.add(part.same(part.plain(), part.key()));
      }
    }
    return Block.of(new Block.Source(start(starts, alias), List.of()), Map.of(), true)
        .joined(input)
        .joined(lookedUp())
        .withValues(input.values())
        .withWhere(conditions);
  }

  /** The different values of some parts. */
  private From start(List<Query.Item> items, Identifier alias) {
    List<Expression> values = items.stream().map(Query.Item::value).toList();
    return new From(new QuerySource(stage(items, List.of(), values)), alias, false);
  }

  private Query stage(List<Query.Item> items, List<Expression> where, List<Expression> by) {
    return new Query.Select(items, List.of(source()), where, by, List.of());
  }

  private Block lookedUp() {
    List<Expression> all = parts.stream().<Expression>map(Part::key).toList();
    return Block.of(new Block.Source(source(), List.of(all)), Map.of(), false);
  }

  private From source() {
    return keys.from().get(0).from();
  }
}
