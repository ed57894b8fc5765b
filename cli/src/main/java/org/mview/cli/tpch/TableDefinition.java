package org.mview.cli.tpch;

import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A table of TPC-H, in SQL that every database of ours takes.
 *
 * @param <E> a row of it, as the generator makes them
 */
public final class TableDefinition<E extends TpchEntity> {
  private final TpchTable<E> source;
  private final RowCount rowCount;
  private final List<String> primaryKey;
  private final List<List<String>> indexes;
  private final Supplier<Predicate<E>> selection;

  /**
   * A table with all rows of its generator.
   *
   * @param indexes the columns of each index
   */
  TableDefinition(
      TpchTable<E> source, RowCount rowCount, List<String> primaryKey, List<List<String>> indexes) {
    this(source, rowCount, primaryKey, indexes, () -> row -> true);
  }

  /**
   * A table with some rows of its generator.
   *
   * @param selection asked for a new predicate at each load: it may remember what has passed
   */
  TableDefinition(
      TpchTable<E> source,
      RowCount rowCount,
      List<String> primaryKey,
      List<List<String>> indexes,
      Supplier<Predicate<E>> selection) {
    this.source = source;
    this.rowCount = rowCount;
    this.primaryKey = List.copyOf(primaryKey);
    this.indexes = List.copyOf(indexes);
    this.selection = selection;
  }

  /** Its name, in lower case. */
  public String name() {
    return source.getTableName();
  }

  /** How many rows it has; of lineitem and partsupp, about how many. */
  public long expectedRows(double scaleFactor) {
    return rowCount.at(scaleFactor);
  }

  /** {@code CREATE TABLE} with its primary key. */
  public String createTable() {
    String columns =
        source.getColumns().stream()
            .map(c -> "  %s %s NOT NULL".formatted(c.getColumnName(), ColumnTypes.sql(c.getType())))
            .collect(Collectors.joining(",\n"));
    return "CREATE TABLE %s (\n%s,\n  PRIMARY KEY (%s)\n)"
        .formatted(name(), columns, String.join(", ", primaryKey));
  }

  /** {@code CREATE INDEX} for each foreign key that does not lead the primary key. */
  public List<String> createIndexes() {
    return indexes.stream().map(this::createIndex).toList();
  }

  /** {@code INSERT} with a parameter for each column, in the order of {@link #createTable()}. */
  public String insert() {
    List<String> parameters = Collections.nCopies(source.getColumns().size(), "?");
    return "INSERT INTO %s VALUES (%s)".formatted(name(), String.join(", ", parameters));
  }

  /** The rows, the same at each call. */
  Stream<E> rows(double scaleFactor) {
    Iterable<E> generated = source.createGenerator(scaleFactor, 1, 1);
    return StreamSupport.stream(generated.spliterator(), false).filter(selection.get());
  }

  /** Sets the parameters of {@link #insert()}. */
  void bind(PreparedStatement insert, E row) throws SQLException {
    List<TpchColumn<E>> columns = source.getColumns();
    for (int i = 0; i < columns.size(); i++) {
      ColumnTypes.bind(insert, i + 1, columns.get(i), row);
    }
  }

  private String createIndex(List<String> columns) {
    return "CREATE INDEX %s_idx ON %s (%s)"
        .formatted(String.join("_", columns), name(), String.join(", ", columns));
  }
}
