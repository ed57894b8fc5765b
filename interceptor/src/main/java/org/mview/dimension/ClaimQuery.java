package org.mview.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mview.dimension.Claim.HasParent;
import org.mview.dimension.Claim.NeverNull;
import org.mview.dimension.Claim.OneValue;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * The text behind FROM of a query for the rows that contradict a claim. Each row of the table
 * stands there once at most; the table is called {@code t}.
 *
 * <pre>
 *   one value   t JOIN members with several values
 *   a parent    t without its parent
 *   never NULL  t with a NULL
 * </pre>
 *
 * <p>What has several values is found by grouping, once for the whole table; with NULL as a value,
 * which COUNT(DISTINCT …) would not see.
 */
public final class ClaimQuery {
  private final Function<QualifiedName, String> tables;
  private final UnaryOperator<String> quoted;

  /**
   * Queries of a database.
   *
   * @param tables how the name of a table stands in a statement
   * @param quoted how the name of a column does
   */
  public ClaimQuery(Function<QualifiedName, String> tables, UnaryOperator<String> quoted) {
    this.tables = tables;
    this.quoted = quoted;
  }

  /** What stands behind FROM. */
  public String from(Claim claim) {
    if (claim instanceof OneValue oneValue) {
      return from(oneValue);
    } else if (claim instanceof HasParent hasParent) {
      return from(hasParent);
    }
    NeverNull neverNull = (NeverNull) claim;
    return "%s AS t WHERE %s"
        .formatted(
            tables.apply(neverNull.table()), joined(" OR ", nulls("t", neverNull.columns())));
  }

  private String from(OneValue claim) {
    String table = tables.apply(claim.table());
    int members = claim.member().size();
    List<String> columns = new ArrayList<>();
    claim.member().forEach(c -> columns.add("%s AS m%s".formatted(of("x", c), columns.size())));
    claim.values().forEach(c -> columns.add("%s AS v%s".formatted(of("x", c), columns.size())));
    String keys = joined(", ", IntStream.range(0, members).mapToObj(i -> "d.m" + i));
    return """
        %s AS t JOIN (SELECT %s FROM (SELECT DISTINCT %s FROM %s AS x%s) AS d \
        GROUP BY %s HAVING COUNT(*) > 1) AS b ON %s%s"""
        .formatted(
            table,
            keys,
            String.join(", ", columns),
            table,
            where("x", claim),
            keys,
            joined(
                " AND ",
                IntStream.range(0, members)
                    .mapToObj(i -> "%s = b.m%s".formatted(of("t", claim.member().get(i)), i))),
            where("t", claim));
  }

  /** The rows that count. */
  private String where(String alias, OneValue claim) {
    Stream<String> skipped =
        claim.skipped().stream().map(s -> "(%s)".formatted(joined(" OR ", nulls(alias, s))));
    List<String> all = Stream.concat(notNull(alias, claim.unless()), skipped).toList();
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  private String from(HasParent claim) {
    List<Identifier> key = claim.key();
    return "%s AS t WHERE %s AND NOT EXISTS (SELECT 1 FROM %s AS p WHERE %s)"
        .formatted(
            tables.apply(claim.table()),
            joined(" AND ", notNull("t", key)),
            tables.apply(claim.parent()),
            joined(
                " AND ",
                IntStream.range(0, key.size())
                    .mapToObj(i -> of("p", claim.found().get(i)) + " = " + of("t", key.get(i)))));
  }

  private Stream<String> nulls(String alias, List<Identifier> columns) {
    return columns.stream().map(column -> of(alias, column) + " IS NULL");
  }

  private Stream<String> notNull(String alias, List<Identifier> columns) {
    return columns.stream().map(column -> of(alias, column) + " IS NOT NULL");
  }

  private String of(String alias, Identifier column) {
    return alias + "." + quoted.apply(column.text());
  }

  private static String joined(String by, Stream<String> texts) {
    return texts.collect(Collectors.joining(by));
  }
}
