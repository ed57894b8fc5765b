package org.mview.generated;

import java.util.List;
import java.util.Map;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/** The databases for which scripts can be made up. */
final class Idioms {
  private static final List<Idiom> ALL =
      List.of(
          SqliteIdiom.IDIOM,
          PostgresIdiom.IDIOM,
          H2Idiom.IDIOM,
          HsqldbIdiom.IDIOM,
          MysqlIdiom.MYSQL,
          MysqlIdiom.MARIADB);

  private static final List<Idiom> UNNAMED = List.of(SqliteIdiom.IDIOM, PostgresIdiom.IDIOM);

  /** A server takes its time: where it is not asked for alone, it gets a minute. */
  private static final Map<String, Integer> BESIDE_OTHERS =
      Map.of("postgresql", 300, "mysql", 300, "mariadb", 300);

  private Idioms() {}

  /**
   * Those that always run, or those that {@code -Dmview.databases=…,…} names, or the one that
   * {@code -Dmview.database=…} names.
   */
  static List<Idiom> chosen() {
    String wanted = System.getProperty("mview.database", System.getProperty("mview.databases", ""));
    List<String> names = List.of(wanted.split("\\s*,\\s*"));
    return wanted.isEmpty()
        ? UNNAMED
        : ALL.stream().filter(i -> names.contains(i.database())).toList();
  }

  /** The same, and {@linkplain TestDatabases#servers the others} that are tested in short. */
  static List<Idiom> chosenAndOthers() {
    List<Idiom> chosen = chosen();
    List<String> others = TestDatabases.servers().stream().map(TestDatabase::name).toList();
    return ALL.stream()
        .filter(idiom -> chosen.contains(idiom) || others.contains(idiom.database()))
        .toList();
  }

  /** So many statements that change rows are to be run. */
  static int steps(Idiom idiom) {
    boolean alone = !System.getProperty("mview.database", "").isEmpty();
    int usual =
        alone ? idiom.changes() : BESIDE_OTHERS.getOrDefault(idiom.database(), idiom.changes());
    return Integer.getInteger("mview.steps", usual);
  }
}
