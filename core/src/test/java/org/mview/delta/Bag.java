package org.mview.delta;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Rows with weights, for tests: the meaning of a relation. A row of weight 0 is not there. */
final class Bag {
  private final Map<Row, Long> weights = new TreeMap<>();

  /** A row; NULL is before every value, and 1 is not 1.0. */
  record Row(List<Value> values) implements Comparable<Row> {
    static Row of(List<Value> values) {
      return new Row(List.copyOf(values));
    }

    Value at(int column) {
      return values.get(column);
    }

    @Override
    public int compareTo(Row other) {
      for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
        int difference = values.get(i).compareTo(other.values.get(i));
        if (difference != 0) {
          return difference;
        }
      }
      return Integer.compare(values.size(), other.values.size());
    }

    @Override
    public String toString() {
      return values.toString();
    }
  }

  static Bag of(Iterable<Row> rows) {
    Bag bag = new Bag();
    rows.forEach(row -> bag.add(row, 1));
    return bag;
  }

  void add(Row row, long weight) {
    if (weights.merge(row, weight, Long::sum) == 0) {
      weights.remove(row);
    }
  }

  void addAll(Bag other, long factor) {
    other.forEach((row, weight) -> add(row, weight * factor));
  }

  void forEach(BiConsumer<Row, Long> action) {
    weights.forEach(action);
  }

  long weight(Row row) {
    return weights.getOrDefault(row, 0L);
  }

  List<Row> rows() {
    return List.copyOf(weights.keySet());
  }

  void clear() {
    weights.clear();
  }

  boolean isEmpty() {
    return weights.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bag bag && weights.equals(bag.weights);
  }

  @Override
  public int hashCode() {
    return weights.hashCode();
  }

  @Override
  public String toString() {
    return weights.toString();
  }
}
