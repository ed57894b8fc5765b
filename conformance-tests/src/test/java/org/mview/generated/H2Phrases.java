package org.mview.generated;

import java.util.List;

/**
 * What can be said of rows in H2, which knows neither FULL JOIN nor NATURAL LEFT JOIN, and has a
 * meaning of its own for NATURAL JOIN.
 */
final class H2Phrases {
  private static final TypedPhrases TYPED =
      new TypedPhrases(
          StandardDomains.WHOLE,
          H2Domains.TEXT,
          H2Domains.DECIMAL,
          StandardDomains.TRUTH,
          TypedPhrases.Words.standard("VARCHAR"),
          domain -> true);

  static final Phrases PHRASES =
      new Phrases(
          TYPED.values(),
          TYPED.conditions(),
          TYPED.aggregates(),
          TYPED.tame(),
          List.of("SUM", "AVG", "COUNT", "MIN"),
          "LISTAGG(CAST(%1$s AS VARCHAR), ',') WITHIN GROUP (ORDER BY %1$s)",
          List.of(
              JoinClause::cross,
              JoinClause::byInequality,
              JoinClause::using,
              JoinClause::using,
              JoinClause::left,
              JoinClause::left,
              JoinClause::left,
              JoinClause::right,
              JoinClause::right,
              JoinClause::inner),
          List.of("%s"),
          "IS NOT DISTINCT FROM");

  private H2Phrases() {}
}
