package org.mview.statement;

import static org.mview.error.MViewError.CLAUSE_GIVEN_TWICE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mview.statement.Token.Kind;

/** What stands in {@code STORAGE ( … )}. */
final class StorageOptions {
  private static final List<String> SIZES = List.of("INITIAL", "NEXT", "MAXSIZE");
  private static final List<String> COUNTS =
      List.of("MINEXTENTS", "PCTINCREASE", "FREELISTS", "MAXEXTENTS");
  private static final List<String> KEYWORDS =
      List.of("BUFFER_POOL", "FLASH_CACHE", "CELL_FLASH_CACHE");
  private static final Set<String> UNITS = Set.of("K", "M", "G", "T", "P", "E");

  private StorageOptions() {}

  static void parse(Cursor cursor) {
    cursor.expect("(");
    Set<String> given = new HashSet<>();
    while (!cursor.accept(")")) {
      String option = option(cursor);
      if (!given.add(option)) {
        throw CLAUSE_GIVEN_TWICE.of(option + " in STORAGE");
      }
    }
  }

  private static String option(Cursor cursor) {
    for (String option : SIZES) {
      if (cursor.accept(option)) {
        unlimitedOrSize(cursor);
        return option;
      }
    }
    for (String option : COUNTS) {
      if (cursor.accept(option)) {
        unlimitedOrSize(cursor);
        return option;
      }
    }
    for (String option : KEYWORDS) {
      if (cursor.accept(option)) {
        Names.name(cursor, "KEEP, RECYCLE, DEFAULT or NONE");
        return option;
      }
    }
    return rareOption(cursor);
  }

  private static String rareOption(Cursor cursor) {
    if (cursor.accept("FREELIST", "GROUPS")) {
      cursor.integer();
      return "FREELIST GROUPS";
    }
    if (cursor.accept("OPTIMAL")) {
      if (!cursor.accept("NULL") && cursor.at(Kind.NUMBER)) {
        size(cursor);
      }
      return "OPTIMAL";
    }
    if (cursor.accept("ENCRYPT")) {
      return "ENCRYPT";
    }
    throw cursor.unexpected("an option of STORAGE, or )");
  }

  private static void unlimitedOrSize(Cursor cursor) {
    if (!cursor.accept("UNLIMITED")) {
      size(cursor);
    }
  }

  /** {@code 50K}, {@code 1M} …: a number, and a unit right behind it. */
  static void size(Cursor cursor) {
    cursor.expect(Kind.NUMBER, "a size");
    cursor.acceptAny(UNITS);
  }
}
