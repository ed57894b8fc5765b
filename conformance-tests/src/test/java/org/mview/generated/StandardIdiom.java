package org.mview.generated;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What scripts have in common for databases that write types and values as the standard does. */
final class StandardIdiom {
  static final TableParts TABLE_PARTS =
      new TableParts(
          List.of(
              TableParts.Key.NONE,
              TableParts.Key.SINGLE,
              TableParts.Key.SINGLE,
              TableParts.Key.COMPOSITE),
          "",
          false,
          false,
          Optional.empty(),
          chance -> "",
          (chance, key) -> "",
          ForeignKeys.standard(60),
          domain -> false,
          StandardIdiom::generated);

  private static String generated(
      Chance chance, String name, List<ColumnModel> columns, List<ColumnModel> numbers) {
    String computed =
        numbers.isEmpty()
            ? "CASE WHEN %s IS NULL THEN 0 ELSE 1 END".formatted(columns.get(0).name())
            : "CASE WHEN %s > 2 THEN 1 ELSE 0 END".formatted(numbers.get(0).name());
    return "%s INT GENERATED ALWAYS AS (%s)".formatted(name, computed);
  }

  /** Triggers are each database's own affair: an application has none here. */
  static final class Defining implements Definitions {
    @Override
    public List<String> trigger(Chance chance, int number, TableModel table, TableModel other) {
      return List.of();
    }

    @Override
    public String wholeType() {
      return "INT";
    }
  }

  static void bind(PreparedStatement statement, int place, String literal) throws SQLException {
    statement.setObject(place, value(literal));
  }

  private static @Nullable Object value(String literal) {
    String text = literal.substring(literal.indexOf('\'') + 1).replaceAll("'$", "");
    if (literal.startsWith("DATE")) {
      return Date.valueOf(text);
    } else if (literal.startsWith("TIMESTAMP")) {
      return Timestamp.valueOf(text);
    } else if (literal.startsWith("'")) {
      return text.replace("''", "'");
    }
    return switch (literal) {
      case "NULL" -> null;
      case "TRUE", "FALSE" -> Boolean.valueOf(literal);
      default -> new BigDecimal(literal);
    };
  }

  private StandardIdiom() {}
}
