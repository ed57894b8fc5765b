package org.mview.generated;

import static org.mview.generated.Phrases.item;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What can be said of rows where columns have types.
 *
 * @param words how the database says it
 * @param isSpelled whether values of a column become the same texts in every session
 */
record TypedPhrases(
    Domain whole,
    Domain text,
    Domain decimal,
    Domain truth,
    Words words,
    Predicate<Domain> isSpelled) {
  /**
   * What databases spell in different ways.
   *
   * @param textType to which anything can be cast
   * @param joined two texts as one
   * @param length of a text
   * @param different whether two values are different, of which NULL is like NULL
   * @param count of the rows for which something holds
   * @param some whether it holds for a row
   */
  record Words(
      String textType, String joined, String length, String different, String count, String some) {
    /** As the standard spells it. */
    static Words standard(String textType) {
      return new Words(
          textType,
          "%s || %s",
          "length(%s)",
          "%s IS DISTINCT FROM %s",
          "COUNT(*) FILTER (WHERE %s)",
          "BOOL_OR(%s)");
    }
  }

  private String textOf(RandomExpressions row) {
    ColumnModel column = row.of(Family.TEXT);
    return column.domain().family() == Family.TEXT ? column.name() : cast(column);
  }

  private String cast(ColumnModel column) {
    return isSpelled.test(column.domain())
        ? "CAST(%s AS %s)".formatted(column.name(), words.textType())
        : "CASE WHEN %s IS NULL THEN 'none' ELSE 'a' END".formatted(column.name());
  }

  /** A truth value of a row, by a column or a condition. */
  private String truthOf(RandomExpressions row) {
    ColumnModel column = row.of(Family.TRUTH);
    return column.domain().family() == Family.TRUTH ? column.name() : row.condition();
  }

  List<Phrases.Value> values() {
    return List.of(
        (row, a, n) -> ColumnModel.of(n.name() + " + 1", n.domain()),
        (row, a, n) -> ColumnModel.of(n.name() + " * 2", n.domain()),
        (row, a, n) -> ColumnModel.of(n.name() + " - " + row.number().name(), decimal),
        (row, a, n) ->
            ColumnModel.of("COALESCE(%s, %s)".formatted(a.name(), row.literal(a)), a.domain()),
        (row, a, n) ->
            ColumnModel.of(
                "CASE WHEN %s THEN %s ELSE %s END"
                    .formatted(row.condition(), a.name(), row.literal(a)),
                a.domain()),
        (row, a, n) -> ColumnModel.of(words.joined().formatted(textOf(row), "'-'"), text),
        (row, a, n) -> ColumnModel.of("upper(%s)".formatted(textOf(row)), text),
        (row, a, n) -> ColumnModel.of(words.length().formatted(textOf(row)), whole),
        (row, a, n) -> ColumnModel.of(cast(a), text),
        (row, a, n) ->
            ColumnModel.of("NULLIF(%s, %s)".formatted(a.name(), row.literal(a)), a.domain()),
        (row, a, n) -> ColumnModel.of("(%s)".formatted(row.condition()), truth),
        (row, a, n) ->
            ColumnModel.of("GREATEST(%s, %s)".formatted(a.name(), row.literal(a)), a.domain()),
        (row, a, n) ->
            ColumnModel.of(
                "CASE %s WHEN %s THEN 'one' WHEN %s THEN 'two' END"
                    .formatted(a.name(), row.literal(a), row.literal(a)),
                text));
  }

  List<Phrases.Condition> conditions() {
    return List.of(
        (row, a, literal) -> a.name() + " IS NULL",
        (row, a, literal) -> a.name() + " IS NOT NULL",
        (row, a, literal) -> "%s > %s".formatted(a.name(), literal),
        (row, a, literal) -> "%s <= %s".formatted(a.name(), literal),
        (row, a, literal) -> "%s <> %s".formatted(a.name(), literal),
        (row, a, literal) -> "%s IN (%s, %s)".formatted(a.name(), literal, row.literal(a)),
        (row, a, literal) -> "%s BETWEEN %s AND %s".formatted(a.name(), literal, row.literal(a)),
        (row, a, literal) -> "%s LIKE 'a%%'".formatted(textOf(row)),
        (row, a, literal) -> "(%1$s = %2$s OR %1$s IS NULL)".formatted(a.name(), literal),
        (row, a, literal) -> words.different().formatted(a.name(), literal),
        (row, a, literal) -> "%s = %s".formatted(a.name(), literal));
  }

  List<Phrases.Aggregate> tame() {
    return List.of(
        (row, n, alias) -> item("COUNT(*)", whole, Sameness.IDENTICAL, alias),
        (row, n, alias) -> item("COUNT(*)", whole, Sameness.IDENTICAL, alias),
        (row, n, alias) -> item("COUNT(%s)".formatted(n.name()), whole, Sameness.IDENTICAL, alias),
        (row, n, alias) ->
            item("SUM(%s)".formatted(row.number().name()), decimal, Sameness.SUM, alias),
        (row, n, alias) ->
            item("AVG(%s)".formatted(row.number().name()), decimal, Sameness.SUM, alias),
        (row, n, alias) -> extreme(0, n, alias),
        (row, n, alias) -> extreme(1, n, alias),
        (row, n, alias) ->
            item("COUNT(DISTINCT %s)".formatted(n.name()), whole, Sameness.IDENTICAL, alias),
        (row, n, alias) ->
            item(
                "SUM(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(row.condition()),
                whole,
                Sameness.SUM,
                alias),
        (row, n, alias) ->
            item(
                "COALESCE(SUM(%s), 0) + 1".formatted(row.number().name()),
                decimal,
                Sameness.SUM,
                alias),
        (row, n, alias) ->
            item(words.count().formatted(row.condition()), whole, Sameness.IDENTICAL, alias),
        (row, n, alias) ->
            item(words.some().formatted(truthOf(row)), truth, Sameness.IDENTICAL, alias));
  }

  private static Item extreme(int which, ColumnModel of, String alias) {
    String call = of.domain().extremes().get(which);
    return item("%s(%s)".formatted(call, of.name()), of.domain(), of.ofGroup(), alias);
  }

  List<Phrases.Aggregate> aggregates() {
    List<Phrases.Aggregate> all = new ArrayList<>(tame());
    for (String call : List.of("VARIANCE(%s)", "STDDEV(%s)", "STDDEV_POP(%s)")) {
      all.add(
          (row, n, alias) ->
              item(call.formatted(row.number().name()), decimal, Sameness.SUM, alias));
    }
    return List.copyOf(all);
  }
}
