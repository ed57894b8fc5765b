package org.mview.generated;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the application's own tables with those of a database without us. */
final class Tables {
  private final Idiom idiom;
  private final Connection with;
  private final Connection without;

  Tables(Connection with, Connection without, Idiom idiom) {
    this.idiom = idiom;
    this.with = with;
    this.without = without;
  }

  Optional<Finding> difference() throws SQLException {
    for (List<@Nullable Object> table : Rows.of(without, idiom.tables())) {
      String query = "SELECT * FROM " + idiom.names().quoted(String.valueOf(table.get(0)));
      List<List<@Nullable Object>> expected = Rows.of(without, query);
      int columns = expected.isEmpty() ? 0 : expected.get(0).size();
      Optional<String> difference =
          new Comparison(
                  Collections.nCopies(columns, Sameness.IDENTICAL),
                  false,
                  true,
                  idiom.domains().folded())
              .difference(Rows.of(with, query), expected);
      if (difference.isPresent()) {
        return Optional.of(new Finding(Finding.Kind.TABLES, query + difference.get()));
      }
    }
    return Optional.empty();
  }
}
