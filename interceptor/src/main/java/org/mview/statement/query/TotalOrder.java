package org.mview.statement.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.algebra.Relation;
import org.mview.sql.Column;

/** Refuses what depends on an order in which two rows may be equal: it may come out otherwise. */
final class TotalOrder {
  private TotalOrder() {}

  /**
   * Ends the reading unless no two rows are equal in these columns.
   *
   * @param what needs the order, in the words of the query
   */
  static void check(Relation rows, Set<Column> columns, String what) {
    Optional<List<Column>> missing = Unique.missing(rows, columns);
    if (missing.isPresent()) {
      throw new NotUnderstood(
          "%s without a total order: %s".formatted(what, advice(missing.get(), columns)));
    }
  }

  private static String advice(List<Column> key, Set<Column> columns) {
    return key.isEmpty()
        ? "rows without a key are in it"
        : "add %s to ORDER BY"
            .formatted(
                key.stream()
                    .filter(column -> !columns.contains(column))
                    .map(Column::name)
                    .collect(Collectors.joining(", ")));
  }
}
