package org.mview.generated;

import static org.mview.generated.Phrases.item;

import java.util.ArrayList;
import java.util.List;

/** What can be said of rows in PostgreSQL. */
final class PostgresPhrases {
  private static final Domain WHOLE = PostgresDomains.WHOLE;
  private static final Domain TEXT = PostgresDomains.TEXT;
  private static final Domain DECIMAL = PostgresDomains.DECIMAL;

  private static String text(RandomExpressions row) {
    ColumnModel column = row.of(Family.TEXT);
    return column.domain().family() == Family.TEXT
        ? column.name()
        : "CAST(%s AS text)".formatted(column.name());
  }

  /** A truth value of a row, by a column or a condition. */
  private static String truth(RandomExpressions row) {
    ColumnModel column = row.of(Family.TRUTH);
    return column.domain().family() == Family.TRUTH ? column.name() : row.condition();
  }

  private static final List<Phrases.Value> VALUES =
      List.of(
          (row, a, n) -> ColumnModel.of(n.name() + " + 1", n.domain()),
          (row, a, n) -> ColumnModel.of(n.name() + " * 2", n.domain()),
          (row, a, n) -> ColumnModel.of(n.name() + " - " + row.number().name(), DECIMAL),
          (row, a, n) ->
              ColumnModel.of("COALESCE(%s, %s)".formatted(a.name(), row.literal(a)), a.domain()),
          (row, a, n) ->
              ColumnModel.of(
                  "CASE WHEN %s THEN %s ELSE %s END"
                      .formatted(row.condition(), a.name(), row.literal(a)),
                  a.domain()),
          (row, a, n) -> ColumnModel.of(text(row) + " || '-'", TEXT),
          (row, a, n) -> ColumnModel.of("upper(%s)".formatted(text(row)), TEXT),
          (row, a, n) -> ColumnModel.of("length(%s)".formatted(text(row)), WHOLE),
          (row, a, n) -> ColumnModel.of("CAST(%s AS text)".formatted(a.name()), TEXT),
          (row, a, n) ->
              ColumnModel.of("NULLIF(%s, %s)".formatted(a.name(), row.literal(a)), a.domain()),
          (row, a, n) -> ColumnModel.of("(%s)".formatted(row.condition()), PostgresDomains.TRUTH),
          (row, a, n) ->
              ColumnModel.of("GREATEST(%s, %s)".formatted(a.name(), row.literal(a)), a.domain()),
          (row, a, n) ->
              ColumnModel.of(
                  "CASE %s WHEN %s THEN 'one' WHEN %s THEN 'two' END"
                      .formatted(a.name(), row.literal(a), row.literal(a)),
                  TEXT));

  private static final List<Phrases.Condition> CONDITIONS =
      List.of(
          (row, a, literal) -> a.name() + " IS NULL",
          (row, a, literal) -> a.name() + " IS NOT NULL",
          (row, a, literal) -> "%s > %s".formatted(a.name(), literal),
          (row, a, literal) -> "%s <= %s".formatted(a.name(), literal),
          (row, a, literal) -> "%s <> %s".formatted(a.name(), literal),
          (row, a, literal) -> "%s IN (%s, %s)".formatted(a.name(), literal, row.literal(a)),
          (row, a, literal) -> "%s BETWEEN %s AND %s".formatted(a.name(), literal, row.literal(a)),
          (row, a, literal) -> "%s LIKE 'a%%'".formatted(text(row)),
          (row, a, literal) -> "(%1$s = %2$s OR %1$s IS NULL)".formatted(a.name(), literal),
          (row, a, literal) -> "%s IS DISTINCT FROM %s".formatted(a.name(), literal),
          (row, a, literal) -> "%s = %s".formatted(a.name(), literal));

  private static final List<Phrases.Aggregate> TAME =
      List.of(
          (row, n, alias) -> item("COUNT(*)", WHOLE, Sameness.IDENTICAL, alias),
          (row, n, alias) -> item("COUNT(*)", WHOLE, Sameness.IDENTICAL, alias),
          (row, n, alias) ->
              item("COUNT(%s)".formatted(n.name()), WHOLE, Sameness.IDENTICAL, alias),
          (row, n, alias) ->
              item("SUM(%s)".formatted(row.number().name()), DECIMAL, Sameness.SUM, alias),
          (row, n, alias) ->
              item("AVG(%s)".formatted(row.number().name()), DECIMAL, Sameness.SUM, alias),
          (row, n, alias) -> extreme(0, n, alias),
          (row, n, alias) -> extreme(1, n, alias),
          (row, n, alias) ->
              item("COUNT(DISTINCT %s)".formatted(n.name()), WHOLE, Sameness.IDENTICAL, alias),
          (row, n, alias) ->
              item(
                  "SUM(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(row.condition()),
                  WHOLE,
                  Sameness.SUM,
                  alias),
          (row, n, alias) ->
              item(
                  "COALESCE(SUM(%s), 0) + 1".formatted(row.number().name()),
                  DECIMAL,
                  Sameness.SUM,
                  alias),
          (row, n, alias) ->
              item(
                  "COUNT(*) FILTER (WHERE %s)".formatted(row.condition()),
                  WHOLE,
                  Sameness.IDENTICAL,
                  alias),
          (row, n, alias) ->
              item(
                  "BOOL_OR(%s)".formatted(truth(row)),
                  PostgresDomains.TRUTH,
                  Sameness.IDENTICAL,
                  alias));

  private static Item extreme(int which, ColumnModel of, String alias) {
    String call = of.domain().extremes().get(which);
    return item("%s(%s)".formatted(call, of.name()), of.domain(), of.ofGroup(), alias);
  }

  private static final List<Phrases.Aggregate> AGGREGATES = aggregates();

  private static List<Phrases.Aggregate> aggregates() {
    List<Phrases.Aggregate> all = new ArrayList<>(TAME);
    for (String call : List.of("VARIANCE(%s)", "STDDEV(%s)", "STDDEV_POP(%s)")) {
      all.add(
          (row, n, alias) ->
              item(call.formatted(row.number().name()), DECIMAL, Sameness.SUM, alias));
    }
    return List.copyOf(all);
  }

  static final Phrases PHRASES =
      new Phrases(
          VALUES,
          CONDITIONS,
          AGGREGATES,
          TAME,
          List.of("SUM", "AVG", "COUNT", "MIN"),
          "STRING_AGG(CAST(%1$s AS text), ',' ORDER BY %1$s)",
          joins(),
          List.of("%s", "%s", "%s", "%s", "ROLLUP (%s)", "CUBE (%s)", "GROUPING SETS ((%s), ())"),
          "IS NOT DISTINCT FROM");

  private static List<Phrases.Join> joins() {
    List<Phrases.Join> joins = new ArrayList<>(JoinClause.EVERYWHERE);
    joins.add(JoinClause::lateral);
    return List.copyOf(joins);
  }

  private PostgresPhrases() {}
}
