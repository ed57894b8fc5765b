package org.mview.generated;

import java.util.List;

/** Names that are plain, and names that are not. */
final class Names {
  private static final List<String> TABLES =
      List.of(
          "t",
          "orders",
          "Item$1",
          "\"Order\"",
          "\"two words\"",
          "\"quo\"\"te\"",
          "\"select\"",
          "\"Ünïcode\"",
          "\"it's\"");

  private static final List<String> COLUMNS =
      List.of(
          "a",
          "b",
          "c",
          "d",
          "e",
          "x1",
          "\"group\"",
          "\"Two Words\"",
          "\"q\"\"q\"",
          "\"ö\"",
          "\"count\"",
          "\"it's\"",
          "Mixed");

  private Names() {}

  /** Different names for tables, plain ones more often. */
  static List<String> tables(int count, Chance chance) {
    return chance.percent(50) ? TABLES.subList(0, count) : chance.some(count, TABLES);
  }

  /** Different names for the columns of a table. */
  static List<String> columns(int count, Chance chance) {
    return chance.percent(50) ? COLUMNS.subList(0, count) : chance.some(count, COLUMNS);
  }

  /** The name of the view of this number. */
  static String view(int number, Chance chance) {
    return chance.percent(80) ? "v" + number : "\"View \"\"%d\"\"\"".formatted(number);
  }
}
