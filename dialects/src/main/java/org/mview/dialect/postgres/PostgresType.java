package org.mview.dialect.postgres;

import java.util.Set;
import org.mview.sql.Type.Arithmetic;

/**
 * What is known of the values of a type.
 *
 * @param name of the base type, where the column has a domain
 * @param builtIn whether it is PostgreSQL's own
 * @param isEnum whether its values are listed
 * @param modified whether a length or a scale is declared
 */
record PostgresType(String name, boolean builtIn, boolean isEnum, boolean modified) {
  private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");

  private static final Set<String> SHARP =
      Set.of(
          "bool",
          "int2",
          "int4",
          "int8",
          "oid",
          "text",
          "varchar",
          "name",
          "date",
          "time",
          "timestamp",
          "timestamptz",
          "uuid",
          "bytea");

  /**
   * 1.0 and 1.00 are equal where no scale is declared, and so are 'a' and 'a ' without a length.
   */
  private static final Set<String> SHARP_IF_MODIFIED = Set.of("numeric", "bpchar");

  Arithmetic arithmetic() {
    if (builtIn && WHOLE.contains(name)) {
      return Arithmetic.EXACT;
    }
    // Exact, unless it is NaN or infinite: neither goes away when it is taken off again. Without a
    // scale, nor do the digits go that one value has and the others have not.
    return builtIn && modified && name.equals("numeric")
        ? Arithmetic.BY_VALUE
        : Arithmetic.APPROXIMATE;
  }

  /** Whether values that are equal are the same, under a collation that compares bytes. */
  boolean sharp() {
    return isEnum
        || (builtIn && (SHARP.contains(name) || (modified && SHARP_IF_MODIFIED.contains(name))));
  }
}
