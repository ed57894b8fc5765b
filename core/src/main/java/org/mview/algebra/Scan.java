package org.mview.algebra;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mview.sql.Column;
import org.mview.sql.Identifier;

/**
 * The rows of a master as they are now.
 *
 * @param columns what is read of each row
 * @param sources the table's own column behind each of them
 */
public record Scan(Table table, List<Column> columns, List<Identifier> sources)
    implements Relation {
  public Scan {
    columns = List.copyOf(columns);
    sources = List.copyOf(sources);
    if (columns.size() != sources.size()) {
      throw new IllegalArgumentException(columns + " do not match " + sources);
    }
  }

  /** Reads no more than these columns. */
  public Scan only(Set<Column> used) {
    int[] kept =
        IntStream.range(0, columns.size()).filter(i -> used.contains(columns.get(i))).toArray();
    return new Scan(
        table,
        IntStream.of(kept).mapToObj(columns::get).toList(),
        IntStream.of(kept).mapToObj(sources::get).toList());
  }

  /** The column that reads this column of the table. */
  public Column column(Identifier source) {
    return columns.get(sources.indexOf(source));
  }

  /** The columns of each key of the table all of whose columns are read. */
  public List<List<Column>> keys() {
    return table.keys().stream()
        .filter(sources::containsAll)
        .map(key -> key.stream().map(this::column).toList())
        .toList();
  }

  @Override
  public List<Relation> inputs() {
    return List.of();
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return this;
  }
}
