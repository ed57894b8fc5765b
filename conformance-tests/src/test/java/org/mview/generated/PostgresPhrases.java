package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/** What can be said of rows in PostgreSQL. */
final class PostgresPhrases {
  private static final TypedPhrases TYPED =
      new TypedPhrases(
          PostgresDomains.WHOLE,
          PostgresDomains.TEXT,
          PostgresDomains.DECIMAL,
          PostgresDomains.TRUTH,
          TypedPhrases.Words.standard("text"),
          domain -> domain.family() != Family.TIME && !domain.equals(PostgresDomains.REAL));

  static final Phrases PHRASES =
      new Phrases(
          TYPED.values(),
          TYPED.conditions(),
          TYPED.aggregates(),
          TYPED.tame(),
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
