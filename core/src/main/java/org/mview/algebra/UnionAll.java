package org.mview.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.sql.Column;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/** The rows of all inputs, or nothing when there is none; columns correspond by position. */
public record UnionAll(List<Relation> inputs, List<Column> columns) implements Relation {
  public UnionAll {
    inputs = List.copyOf(inputs);
    columns = List.copyOf(columns);
    for (Relation input : inputs) {
      if (input.columns().size() != columns.size()) {
        throw new IllegalArgumentException(columns + " do not match " + input.columns());
      }
    }
  }

  /** No row at all. */
  public static UnionAll nothing(List<Column> columns) {
    return new UnionAll(List.of(), columns);
  }

  /** Whether it is certain that a relation has no row. */
  public static boolean isNothing(Relation relation) {
    return relation instanceof UnionAll union && union.inputs().isEmpty();
  }

  /** The rows of inputs that all have the columns of the first. */
  public static Relation of(Relation... inputs) {
    return of(List.of(inputs));
  }

  /** The rows of inputs that all have the columns of the first. */
  public static Relation of(List<Relation> inputs) {
    return inputs.size() == 1 ? inputs.get(0) : new UnionAll(inputs, inputs.get(0).columns());
  }

  /**
   * The same rows, with the values of each input as they are: where inputs have other types, a
   * database may convert all values to that of one, and write 8 as 8.0, or compare them as that of
   * one.
   */
  public UnionAll unmixed() {
    return mixed().isEmpty() ? this : new UnionAll(aligned(), columns);
  }

  /** The inputs, each under the columns of the union and with its values as they are. */
  public List<Relation> aligned() {
    Set<Integer> mixed = mixed();
    return inputs.stream()
        .map(input -> input.columns().equals(columns) ? input : aligned(input, mixed))
        .toList();
  }

  private Relation aligned(Relation input, Set<Integer> mixed) {
    List<Project.Item> items = new ArrayList<>();
    for (int place = 0; place < columns.size(); place++) {
      Column value = input.columns().get(place);
      items.add(
          new Project.Item(
              columns.get(place), mixed.contains(place) ? Fragment.computed(value) : value));
    }
    return new Project(input, items);
  }

  /** The places of columns whose values have other types in some of the inputs. */
  private Set<Integer> mixed() {
    return IntStream.range(0, columns.size())
        .filter(this::isMixed)
        .boxed()
        .collect(Collectors.toSet());
  }

  private boolean isMixed(int place) {
    Type type = columns.get(place).type();
    return !type.sharp()
        && type.collation().isEmpty()
        && inputs.stream()
                .map(input -> input.columns().get(place).type().nullable(true))
                .filter(other -> !other.equals(Type.NULL))
                .distinct()
                .count()
            > 1;
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new UnionAll(inputs.stream().map(change).toList(), columns);
  }
}
