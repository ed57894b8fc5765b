package org.mview.generated;

import java.util.List;
import java.util.Map;

/** The databases for which scripts can be made up. */
final class Idioms {
  private static final List<Idiom> ALL =
      List.of(SqliteIdiom.IDIOM, PostgresIdiom.IDIOM, H2Idiom.IDIOM, HsqldbIdiom.IDIOM);

  /** A server takes its time: where nobody asks for it, it gets a minute. */
  private static final Map<String, Integer> UNASKED = Map.of("postgresql", 300);

  private Idioms() {}

  /**
   * Those that always run, of which H2 is none yet, or the one that {@code -Dmview.database=…}
   * names.
   */
  static List<Idiom> chosen() {
    String wanted = System.getProperty("mview.database", "");
    return ALL.stream()
        .filter(
            i ->
                wanted.isEmpty()
                    ? !List.of(H2Idiom.IDIOM, HsqldbIdiom.IDIOM).contains(i)
                    : i.database().equals(wanted))
        .toList();
  }

  /** So many statements that change rows are to be run. */
  static int steps(Idiom idiom) {
    boolean asked = !System.getProperty("mview.database", "").isEmpty();
    int usual = asked ? idiom.changes() : UNASKED.getOrDefault(idiom.database(), idiom.changes());
    return Integer.getInteger("mview.steps", usual);
  }
}
