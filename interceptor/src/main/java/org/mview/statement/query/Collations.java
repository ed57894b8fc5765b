package org.mview.statement.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/**
 * By which collation the values of an expression are equal, and in order.
 *
 * <p>A column keeps its own behind CAST and a plus sign; COLLATE gives one to the expression that
 * it ends, and to all around it.
 *
 * @see "SQLite: Datatypes, 7.1 Assigning collating sequences from SQL"
 */
final class Collations {
  private static final String COLLATE = " COLLATE ";
  private static final List<String> PLUS = List.of("+", "");

  private Collations() {}

  /** Empty for the plain one. */
  static Optional<String> of(Expression expression) {
    if (expression instanceof Column column) {
      return column.type().collation();
    } else if (expression instanceof Fragment fragment) {
      return of(fragment);
    }
    return Optional.empty();
  }

  private static Optional<String> of(Fragment fragment) {
    String last = fragment.pieces().get(fragment.pieces().size() - 1);
    boolean one = fragment.parts().size() == 1;
    if (one && isCollate(last) && fragment.pieces().get(0).isEmpty()) {
      String name = Quoting.without(last.substring(COLLATE.length()).strip());
      return Optional.of(name).filter(other -> !other.equalsIgnoreCase("BINARY"));
    } else if (one && (fragment.pieces().equals(PLUS) || isCast(fragment))) {
      return of(fragment.parts().get(0));
    } else if (isExplicit(fragment)) {
      throw new NotUnderstood("COLLATE inside an expression: %s", fragment);
    }
    return Optional.empty();
  }

  private static boolean isCast(Fragment fragment) {
    return fragment.pieces().get(0).toUpperCase(Locale.ROOT).startsWith("CAST(");
  }

  private static boolean isExplicit(Expression expression) {
    return (expression instanceof Fragment fragment
            && fragment.pieces().stream().anyMatch(Collations::isCollate))
        || expression.parts().stream().anyMatch(Collations::isExplicit);
  }

  private static boolean isCollate(String piece) {
    return piece.toUpperCase(Locale.ROOT).startsWith(COLLATE);
  }
}
