package org.mview.generated;

import java.util.List;

/**
 * Names that are plain, and names that are not.
 *
 * @param quote around those that are not
 */
record Names(char quote) {
  /** As the standard quotes them. */
  static final Names STANDARD = new Names('"');

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

  /** Different names for tables, plain ones more often. */
  List<String> tables(int count, Chance chance) {
    return quoted(chance.percent(50) ? TABLES.subList(0, count) : chance.some(count, TABLES));
  }

  /** Different names for the columns of a table. */
  List<String> columns(int count, Chance chance) {
    return quoted(chance.percent(50) ? COLUMNS.subList(0, count) : chance.some(count, COLUMNS));
  }

  /** The name of the view of this number. */
  String view(int number, Chance chance) {
    return chance.percent(80) ? "v" + number : quoted("View %2$s%1$d%2$s".formatted(number, quote));
  }

  /** A name of any characters, as SQL writes it. */
  String quoted(String name) {
    String mark = String.valueOf(quote);
    return mark + name.replace(mark, mark + mark) + mark;
  }

  private List<String> quoted(List<String> names) {
    return names.stream().map(name -> name.replace('"', quote)).toList();
  }

  /** Whether a name stands in quotes. */
  static boolean isQuoted(String name) {
    return !Character.isLetter(name.charAt(0));
  }

  /** A name as the dictionary has it. */
  static String plain(String name) {
    String mark = name.substring(0, 1);
    return isQuoted(name) ? name.substring(1, name.length() - 1).replace(mark + mark, mark) : name;
  }
}
