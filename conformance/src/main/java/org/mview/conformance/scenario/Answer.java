package org.mview.conformance.scenario;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows that a database has answered with. */
final class Answer {
  private static final Comparator<List<Cell>> BY_TEXT = Comparator.comparing(List::toString);

  private Answer() {}

  static Table read(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    List<List<Cell>> cells = new ArrayList<>();
    while (rows.next()) {
      List<Cell> row = new ArrayList<>();
      for (int i = 1; i <= names.size(); i++) {
        row.add(Cell.answered(rows.getObject(i)));
      }
      cells.add(row);
    }
    return new Table(names, cells);
  }

  /** What is wrong with an answer; empty when it is as it should be. */
  static Optional<String> difference(Table expected, Table actual, boolean ordered) {
    boolean sameColumns = expected.rows().isEmpty() || lower(expected).equals(lower(actual));
    if (sameColumns && rows(expected, ordered).equals(rows(actual, ordered))) {
      return Optional.empty();
    }
    return Optional.of("expected%n%s%nbut was%n%s".formatted(expected, actual));
  }

  private static List<String> lower(Table table) {
    return table.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<List<Cell>> rows(Table table, boolean ordered) {
    return ordered ? table.rows() : table.rows().stream().sorted(BY_TEXT).toList();
  }
}
