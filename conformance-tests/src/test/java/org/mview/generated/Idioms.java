package org.mview.generated;

import java.util.List;
import java.util.stream.Stream;

/** The databases for which scripts can be made up. */
final class Idioms {
  /** PostgreSQL has open findings: until they are mended, it runs when it is asked for. */
  private static final List<Idiom> ASKED_FOR = List.of(PostgresIdiom.IDIOM);

  private static final List<Idiom> ALWAYS = List.of(SqliteIdiom.IDIOM);

  private Idioms() {}

  /** Those that always run, or the one that {@code -Dmview.database=…} names. */
  static List<Idiom> chosen() {
    String wanted = System.getProperty("mview.database", "");
    return wanted.isEmpty()
        ? ALWAYS
        : Stream.concat(ALWAYS.stream(), ASKED_FOR.stream())
            .filter(i -> i.database().equals(wanted))
            .toList();
  }
}
