package org.mview.generated;

import java.util.List;

/** What can be said of rows in HSQLDB. */
final class HsqldbPhrases {
  private static final TypedPhrases TYPED =
      new TypedPhrases(
          StandardDomains.WHOLE,
          HsqldbDomains.TEXT,
          HsqldbDomains.DECIMAL,
          StandardDomains.TRUTH,
          TypedPhrases.Words.standard("VARCHAR(40)"),
          domain -> true);

  static final Phrases PHRASES =
      new Phrases(
          TYPED.values(),
          TYPED.conditions(),
          TYPED.aggregates(),
          TYPED.tame(),
          List.of("SUM", "AVG", "COUNT", "MIN"),
          "GROUP_CONCAT(CAST(%1$s AS VARCHAR(40)) ORDER BY %1$s SEPARATOR ',')",
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
              JoinClause::inner),
          List.of("%s"),
          "IS NOT DISTINCT FROM");

  private HsqldbPhrases() {}
}
