package org.mview.conformance.scenario;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.Dialect;

/**
 * The letter case of names, which scenarios write in small letters. Where a database keeps them in
 * capitals, the dictionary says them so, and so do messages.
 */
enum NameCase {
  /** As they are written, or in small letters. */
  SMALL,
  /** In capitals. */
  CAPITALS;

  private static final Pattern OF_DICTIONARY =
      Pattern.compile(
          "(?is).*\\b(user|all|dba)_(mview|base_table|registered|refresh|snapshot|job)\\w*.*");

  /** It has names in it, too, and nobody asks for them. */
  private static final Pattern OF_CAPABILITIES =
      Pattern.compile("(?is).*\\bmv_capabilities_table\\b.*");

  private static final Pattern TEXT = Pattern.compile("'[^']*'");

  static NameCase of(Dialect dialect) {
    return dialect.fold().apply("a").equals("A") ? CAPITALS : SMALL;
  }

  private boolean concerns(String sql) {
    return this == CAPITALS && OF_DICTIONARY.matcher(sql).matches();
  }

  /** A question to the dictionary, as it finds the names. */
  String asked(String sql) {
    return concerns(sql) ? TEXT.matcher(sql).replaceAll(NameCase::inCapitals) : sql;
  }

  private static String inCapitals(MatchResult text) {
    return Matcher.quoteReplacement(text.group().toUpperCase(Locale.ROOT));
  }

  /** Rows that are to be compared: those of the dictionary without regard to case. */
  Table compared(String sql, Table rows) {
    boolean named = this == CAPITALS && OF_CAPABILITIES.matcher(sql).matches();
    return concerns(sql) || named
        ? new Table(rows.columns(), rows.rows().stream().map(NameCase::lower).toList())
        : rows;
  }

  private static List<Cell> lower(List<Cell> row) {
    return row.stream()
        .map(cell -> new Cell(cell.kind(), cell.text().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Whether a piece is part of a message. */
  boolean isPart(String piece, String message) {
    return this == CAPITALS
        ? message.toLowerCase(Locale.ROOT).contains(piece.toLowerCase(Locale.ROOT))
        : message.contains(piece);
  }
}
