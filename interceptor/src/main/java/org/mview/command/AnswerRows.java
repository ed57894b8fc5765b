package org.mview.command;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.database.Database;
import org.mview.sql.Definition;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;

/**
 * Rows with which a statement of ours answers: they are put into a temporary table, from which the
 * application's own statement reads them.
 */
final class AnswerRows {
  /** So many answers may still be being read when one more is asked for. */
  private static final int KEPT = 8;

  private final Database database;

  AnswerRows(Database database) {
    this.database = database;
  }

  /**
   * The query that answers with these rows, in their order.
   *
   * @param name of the temporary table
   * @param columns names in small letters
   */
  String store(String name, List<String> columns, List<List<String>> rows) throws SQLException {
    QualifiedName stage = database.stage(name);
    String table = database.name(stage);
    database.define(new Definition.CreateStage(stage, identifiers(columns), types(columns)));
    long number =
        1
            + database
                .readOne("SELECT COALESCE(MAX(number), 0) FROM " + table, row -> row.getLong(1))
                .orElse(0L);
    database.run("DELETE FROM %s WHERE number <= ?".formatted(table), number - KEPT);
    String insert =
        "INSERT INTO %s (number, place, %s) VALUES (?, ?%s)"
            .formatted(
                table,
                String.join(", ", columns),
                String.join("", Collections.nCopies(columns.size(), ", ?")));
    for (int place = 0; place < rows.size(); place++) {
      database.run(
          insert, Stream.concat(Stream.of(number, place), rows.get(place).stream()).toArray());
    }
    return "SELECT %s FROM %s WHERE number = %s ORDER BY place"
        .formatted(
            columns.stream()
                .map(column -> column + " AS " + column.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", ")),
            table,
            number);
  }

  private static List<Identifier> identifiers(List<String> columns) {
    return Stream.concat(Stream.of("number", "place"), columns.stream())
        .map(Identifier::of)
        .toList();
  }

  private static Query types(List<String> columns) {
    return new Query.Verbatim(
        "SELECT 1 AS number, 1 AS place"
            + columns.stream().map(", '' AS %s"::formatted).collect(Collectors.joining()));
  }
}
