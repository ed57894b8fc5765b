package org.mview.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/** New columns computed from each row. */
public record Project(Relation input, List<Item> items) implements Relation {
  /** The value of a column that holds nothing. */
  public static final Expression NULL = Fragment.text("NULL");

  public Project {
    items = List.copyOf(items);
  }

  /** A column and how it is computed. */
  public record Item(Column column, Expression value) {
    /** A column taken over as it is. */
    public static Item of(Column column) {
      return new Item(column, column);
    }

    @Override
    public String toString() {
      return column.equals(value) ? column.name() : column.name() + " := " + value;
    }
  }

  /** Only these columns of the input, in this order. */
  public static Relation keep(Relation input, List<Column> columns) {
    return columns.equals(input.columns())
        ? input
        : new Project(input, columns.stream().map(Item::of).toList());
  }

  /** The columns of these rows, with NULL for those that the input does not have. */
  public static Relation padded(Relation input, Relation rows) {
    List<Column> there = input.columns();
    return new Project(
        input,
        rows.columns().stream()
            .map(
                column ->
                    there.contains(column)
                        ? Item.of(column)
                        : new Item(column, Absence.of(column, rows)))
            .toList());
  }

  /** The same, with those columns of the input added that it does not show under any name. */
  public Project withSources(List<Column> sources) {
    Set<Expression> shown = items.stream().map(Item::value).collect(Collectors.toSet());
    List<Item> all = new ArrayList<>(items);
    sources.stream().filter(column -> !shown.contains(column)).map(Item::of).forEach(all::add);
    return new Project(input, all);
  }

  /** How a column is computed. */
  public Expression value(Column column) {
    return items.stream()
        .filter(item -> item.column().equals(column))
        .findFirst()
        .map(Item::value)
        .orElseThrow(() -> new IllegalArgumentException(column + " is no column of this"));
  }

  /** The first column that shows this column of the input, which one does. */
  public Column shown(Column source) {
    return items.stream()
        .filter(item -> item.value().equals(source))
        .findFirst()
        .map(Item::column)
        .orElseThrow(() -> new IllegalArgumentException(source + " is not shown"));
  }

  /** This and the projection below it as one; this itself where there is none. */
  public Project collapsed() {
    if (!(input instanceof Project below)) {
      return this;
    }
    Map<Column, Expression> values =
        below.items.stream().collect(Collectors.toMap(Item::column, Item::value));
    return new Project(
            below.input,
            items.stream()
                .map(item -> new Item(item.column, item.value.mapColumns(values::get)))
                .toList())
        .collapsed();
  }

  @Override
  public List<Column> columns() {
    return items.stream().map(Item::column).toList();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new Project(change.apply(input), items);
  }
}
