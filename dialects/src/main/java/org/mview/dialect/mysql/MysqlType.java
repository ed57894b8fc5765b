package org.mview.dialect.mysql;

import java.util.Optional;
import java.util.Set;
import org.mview.sql.Type.Arithmetic;

/**
 * What is known of the values of a type.
 *
 * @param collation of a text
 */
record MysqlType(String name, Optional<String> collation) {
  /** Their sums are decimal numbers, of which nothing is rounded. */
  private static final Set<String> EXACT =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal");

  private static final Set<String> SHARP =
      Set.of(
          "tinyint",
          "smallint",
          "mediumint",
          "int",
          "bigint",
          "decimal",
          "date",
          "time",
          "datetime",
          "timestamp",
          "year",
          "bit",
          "binary",
          "varbinary",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob");

  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

  Arithmetic arithmetic() {
    return EXACT.contains(name) ? Arithmetic.EXACT : Arithmetic.APPROXIMATE;
  }

  /**
   * Whether values that are equal are the same. Most collations for which case makes a difference
   * ignore blanks at the end.
   */
  boolean sharp() {
    return SHARP.contains(name)
        || (TEXTS.contains(name)
            && collation
                .filter(c -> c.equals("utf8mb4_0900_bin") || c.endsWith("_nopad_bin"))
                .isPresent());
  }
}
