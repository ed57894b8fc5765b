package org.mview.command;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.database.Database;
import org.mview.sql.QualifiedName;

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
    database.define(
        "CREATE TEMPORARY TABLE IF NOT EXISTS %s (number INTEGER, place INTEGER%s)"
            .formatted(table, declared(columns)));
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

  private String declared(List<String> columns) {
    String text = database.dialect().catalog().storage().text();
    return columns.stream()
        .map(column -> ", %s %s".formatted(column, text))
        .collect(Collectors.joining());
  }
}
