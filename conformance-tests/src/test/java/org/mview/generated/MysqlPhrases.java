package org.mview.generated;

import static org.mview.generated.Phrases.item;

import java.util.ArrayList;
import java.util.List;

/** What can be said of rows in MySQL and MariaDB. */
final class MysqlPhrases {
  private static final TypedPhrases TYPED =
      new TypedPhrases(
          MysqlDomains.WHOLE,
          MysqlDomains.TEXT,
          MysqlDomains.DECIMAL,
          MysqlDomains.TRUTH,
          new TypedPhrases.Words(
              "CHAR",
              "CONCAT(%s, %s)",
              "CHAR_LENGTH(%s)",
              "NOT (%s <=> %s)",
              "COUNT(CASE WHEN %s THEN 1 END)",
              "MAX(%s)"),
          domain -> true);

  /** Those of a database that has these joins besides. */
  static Phrases phrases(List<Phrases.Join> more) {
    List<Phrases.Join> joins =
        new ArrayList<>(
            List.of(
                JoinClause::cross,
                JoinClause::byInequality,
                JoinClause::using,
                JoinClause::using,
                JoinClause::natural,
                JoinClause::left,
                JoinClause::left,
                JoinClause::left,
                JoinClause::right,
                JoinClause::right,
                JoinClause::inner));
    joins.addAll(more);
    return new Phrases(
        values(),
        conditions(),
        with(TYPED.aggregates(), bits()),
        with(TYPED.tame(), bits()),
        List.of("SUM", "AVG", "COUNT", "MIN"),
        "GROUP_CONCAT(%1$s ORDER BY %1$s SEPARATOR ',')",
        joins,
        List.of("%s", "%s", "%s", "%s WITH ROLLUP"),
        "<=>");
  }

  private static List<Phrases.Value> values() {
    return with(
        TYPED.values(),
        List.of(
            (row, a, n) ->
                ColumnModel.of("IF(%s, %s, NULL)".formatted(row.condition(), a.name()), a.domain()),
            (row, a, n) ->
                ColumnModel.of("IFNULL(%s, %s)".formatted(a.name(), row.literal(a)), a.domain()),
            (row, a, n) -> ColumnModel.of(n.name() + " % 3", n.domain()),
            (row, a, n) -> ColumnModel.of(n.name() + " / 2", MysqlDomains.DECIMAL),
            (row, a, n) -> ColumnModel.of(n.name() + " DIV 2", MysqlDomains.WHOLE)));
  }

  private static List<Phrases.Condition> conditions() {
    return with(
        TYPED.conditions(),
        List.of(
            (row, a, literal) -> "%s <=> %s".formatted(a.name(), literal),
            (row, a, literal) -> "NOT %s".formatted(row.number().name()),
            (row, a, literal) -> row.number().name()));
  }

  private static List<Phrases.Aggregate> bits() {
    return List.of(
        (row, n, alias) ->
            item(
                "BIT_OR(%s)".formatted(row.number().name()),
                MysqlDomains.WHOLE,
                Sameness.IDENTICAL,
                alias));
  }

  private static <T> List<T> with(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private MysqlPhrases() {}
}
