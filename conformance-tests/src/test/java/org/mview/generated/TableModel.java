package org.mview.generated;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A table of the application.
 *
 * @param key the columns of the primary key; none when there is none
 * @param unique lists of columns whose values are unique together, the key among them
 * @param create the statement that makes it
 */
record TableModel(
    String name,
    List<ColumnModel> columns,
    List<ColumnModel> key,
    List<List<ColumnModel>> unique,
    String create)
    implements Source {

  @Override
  public Set<Feature> features() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    if (key.size() != 1) {
      features.add(key.isEmpty() ? Feature.NO_KEY : Feature.COMPOSITE_KEY);
    }
    if (unique.stream().anyMatch(u -> u.stream().anyMatch(c -> !c.required()))) {
      features.add(Feature.NULLABLE_UNIQUE_KEY);
    }
    if (columns.stream().anyMatch(ColumnModel::generated)) {
      features.add(Feature.GENERATED_COLUMN);
    }
    if (Names.isQuoted(name) || columns.stream().anyMatch(c -> Names.isQuoted(c.name()))) {
      features.add(Feature.QUOTED_NAME);
    }
    return features;
  }

  @Override
  public Set<String> bases() {
    return Set.of(name);
  }

  /** The columns that statements may write. */
  List<ColumnModel> writable() {
    return columns.stream().filter(Predicate.not(ColumnModel::generated)).toList();
  }

  /** The only column of the primary key, if it is one. */
  Optional<ColumnModel> singleKey() {
    return key.size() == 1 ? Optional.of(key.get(0)) : Optional.empty();
  }

  /** Columns by which one row can be found: the key, or others; none when nothing is unique. */
  List<ColumnModel> identity() {
    return key.isEmpty() && !unique.isEmpty() ? unique.get(0) : key;
  }

  /** Whether another value of this column may stand in the way of another row. */
  boolean isUnique(ColumnModel column) {
    return unique.stream()
        .anyMatch(u -> u.contains(column) || u.stream().anyMatch(ColumnModel::generated));
  }

  /** The same with one more list of columns whose values are unique together. */
  TableModel withUnique(List<ColumnModel> together) {
    List<List<ColumnModel>> more = new ArrayList<>(unique);
    more.add(together);
    return new TableModel(name, columns, key, more, create);
  }

  TableModel withColumns(List<ColumnModel> others) {
    return new TableModel(name, others, key, unique, create);
  }
}
