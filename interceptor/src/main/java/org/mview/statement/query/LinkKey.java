package org.mview.statement.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Same;

/**
 * A link that finds rows by a key of theirs: {@code key = what the row around has}.
 *
 * @param link the whole comparison, as the user wrote it
 * @param inner the side of it that is over the rows found
 */
record LinkKey(Expression link, Expression inner) {

  /** The key of a link, if it is one, over rows with these columns. */
  static Optional<LinkKey> find(Expression link, Set<Column> local, Symbols symbols) {
    boolean equality =
        link instanceof Same || (link instanceof Fragment fragment && fragment.isEquality());
    if (!equality) {
      return Optional.empty();
    }
    Expression left = link.parts().get(0);
    Expression right = link.parts().get(1);
    if (isOf(left, local) && isAround(right, local)) {
      return Optional.of(new LinkKey(link, left)).filter(key -> symbols.keeps(left, right));
    } else if (isOf(right, local) && isAround(left, local)) {
      return Optional.of(new LinkKey(link, right)).filter(key -> symbols.keeps(right, left));
    }
    return Optional.empty();
  }

  /** The keys of links; a link that is none ends the reading. */
  static List<LinkKey> of(List<Expression> links, Set<Column> local, Symbols symbols) {
    return links.stream()
        .map(
            link ->
                find(link, local, symbols)
                    .orElseThrow(
                        () ->
                            new NotUnderstood(
                                "a subquery that is computed for each row is linked to it by %s:"
                                    + " that is no equality, or one of other types",
                                link)))
        .toList();
  }

  private static boolean isOf(Expression side, Set<Column> local) {
    return !side.columns().isEmpty() && local.containsAll(side.columns());
  }

  private static boolean isAround(Expression side, Set<Column> local) {
    return side.columns().stream().noneMatch(local::contains);
  }

  /** The link, to a column that holds the key. */
  Expression on(Column key) {
    return link.mapParts(part -> part.equals(inner) ? key : part);
  }
}
