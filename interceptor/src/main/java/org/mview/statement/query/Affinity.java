package org.mview.statement.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/**
 * To what an expression's values are converted when they are compared with others.
 *
 * @see "SQLite: Datatypes, 3.1 Determination of column affinity, 4.2 Type conversions prior to
 *     comparison"
 */
enum Affinity {
  NUMERIC,
  TEXT,
  NONE;

  private static final Pattern CAST =
      Pattern.compile("\\s*AS\\s+(.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static Affinity of(Expression expression) {
    if (expression instanceof Column column) {
      return of(column.type().declaration());
    } else if (expression instanceof Fragment fragment && fragment.parts().size() == 1) {
      String last = fragment.pieces().get(1);
      Matcher cast = CAST.matcher(last);
      if (fragment.pieces().get(0).equalsIgnoreCase("CAST(") && cast.matches()) {
        return of(cast.group(1));
      } else if (last.toUpperCase(Locale.ROOT).startsWith(" COLLATE ")) {
        return of(fragment.parts().get(0));
      }
    }
    return NONE;
  }

  private static Affinity of(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return NUMERIC;
    } else if (Stream.of("CHAR", "CLOB", "TEXT").anyMatch(type::contains)) {
      return TEXT;
    }
    return type.isEmpty() || type.contains("BLOB") ? NONE : NUMERIC;
  }

  /**
   * Whether a comparison with another expression makes no values of a key equal that differ as keys
   * do, nor takes equal ones apart: then no two keys are equal to one value.
   */
  static boolean keeps(Expression key, Expression other) {
    return !converts(of(key), of(other)) && !blurs(key, other) && sameCollation(key, other);
  }

  /**
   * Whether exact numbers are compared as floating-point numbers, of which one may be equal to
   * several of them, or texts as if case made no difference. That is so in databases whose columns
   * hold values of their type alone; in SQLite a value is compared as what it is.
   */
  private static boolean blurs(Expression key, Expression other) {
    return (isExactColumn(key) && Arithmetics.of(other) == Type.Arithmetic.APPROXIMATE)
        || (isOfType(other, "citext") && !isOfType(key, "citext"));
  }

  private static boolean isExactColumn(Expression key) {
    return key instanceof Column column
        && (column.type().arithmetic() == Type.Arithmetic.EXACT || isOfType(key, "numeric"));
  }

  private static boolean isOfType(Expression expression, String type) {
    return expression instanceof Column column && column.type().declaration().startsWith(type);
  }

  private static boolean converts(Affinity key, Affinity other) {
    return switch (key) {
      case NUMERIC -> false;
      case TEXT -> other == NUMERIC;
      case NONE -> other != NONE;
    };
  }

  private static boolean sameCollation(Expression key, Expression other) {
    Optional<String> ofKey = Collations.of(key);
    Optional<String> ofOther = Collations.of(other);
    boolean free = ofOther.isEmpty() && !isOfColumn(other) && key instanceof Column;
    return free || ofKey.map(Affinity::inUpperCase).equals(ofOther.map(Affinity::inUpperCase));
  }

  private static String inUpperCase(String collation) {
    return collation.toUpperCase(Locale.ROOT);
  }

  /** Whether a plain collation of an expression is that of a column, and not merely none. */
  private static boolean isOfColumn(Expression expression) {
    return expression instanceof Column
        || (expression instanceof Fragment fragment
            && fragment.parts().size() == 1
            && List.of(fragment.pieces().get(0), fragment.pieces().get(1)).stream()
                .anyMatch(p -> p.contains("COLLATE") || p.startsWith("CAST") || p.equals("+"))
            && isOfColumn(fragment.parts().get(0)));
  }
}
