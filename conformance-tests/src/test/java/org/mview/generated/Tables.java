package org.mview.generated;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the application's own tables with those of a database without us. */
final class Tables {
  private final String names;
  private final Connection with;
  private final Connection without;

  Tables(Connection with, Connection without, String names) {
    this.names = names;
    this.with = with;
    this.without = without;
  }

  Optional<Finding> difference() throws SQLException {
    for (List<@Nullable Object> table : Rows.of(without, names)) {
      String query =
          "SELECT * FROM \"%s\"".formatted(String.valueOf(table.get(0)).replace("\"", "\"\""));
      List<List<@Nullable Object>> expected = Rows.of(without, query);
      int columns = expected.isEmpty() ? 0 : expected.get(0).size();
      Optional<String> difference =
          new Comparison(Collections.nCopies(columns, Sameness.IDENTICAL), false, true)
              .difference(Rows.of(with, query), expected);
      if (difference.isPresent()) {
        return Optional.of(new Finding(Finding.Kind.TABLES, query + difference.get()));
      }
    }
    return Optional.empty();
  }
}
