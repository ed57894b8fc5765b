package org.mview.conformance;

import java.util.List;
import java.util.stream.Stream;

/** The databases that there are to test on. */
public final class TestDatabases {
  /** They need nothing but what Maven fetches. */
  private static final List<TestDatabase> EVERYWHERE =
      List.of(
          SqliteDatabase.WAL,
          SqliteDatabase.ROLLBACK_JOURNAL,
          H2Database.IN_MEMORY,
          PostgresDatabase.EMBEDDED);

  private static final List<TestDatabase> ALL =
      Stream.concat(EVERYWHERE.stream(), Stream.of(MysqlDatabase.MYSQL, MysqlDatabase.MARIADB))
          .toList();

  private TestDatabases() {}

  /**
   * Those that are everywhere, or those that {@code -Dmview.databases=…,…} names, or the one that
   * {@code -Dmview.database=…} names. One that is named and is not here makes tests fail.
   */
  public static List<TestDatabase> chosen() {
    String wanted = System.getProperty("mview.database", System.getProperty("mview.databases", ""));
    List<String> names = List.of(wanted.split("\\s*,\\s*"));
    if (wanted.isEmpty()) {
      return EVERYWHERE;
    }
    List<TestDatabase> chosen = ALL.stream().filter(d -> names.contains(d.name())).toList();
    if (chosen.size() < names.size()) {
      throw new IllegalArgumentException("not all of %s are among %s".formatted(names, ALL));
    }
    return chosen;
  }
}
