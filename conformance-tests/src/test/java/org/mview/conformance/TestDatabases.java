package org.mview.conformance;

import java.util.List;

/** The databases that there are to test on. */
public final class TestDatabases {
  private static final List<TestDatabase> ALL =
      List.of(
          SqliteDatabase.WAL,
          SqliteDatabase.ROLLBACK_JOURNAL,
          PostgresDatabase.EMBEDDED,
          MysqlDatabase.MYSQL,
          MysqlDatabase.MARIADB);

  private TestDatabases() {}

  /**
   * All, or those that {@code -Dmview.databases=…,…} names, or the one that {@code
   * -Dmview.database=…} names. One that is not here makes tests fail, unless others are named.
   */
  public static List<TestDatabase> chosen() {
    String wanted = System.getProperty("mview.database", System.getProperty("mview.databases", ""));
    List<String> names = List.of(wanted.split("\\s*,\\s*"));
    List<TestDatabase> chosen =
        ALL.stream().filter(d -> wanted.isEmpty() || names.contains(d.name())).toList();
    if (chosen.isEmpty() || (!wanted.isEmpty() && chosen.size() < names.size())) {
      throw new IllegalArgumentException("not all of %s are among %s".formatted(names, ALL));
    }
    return chosen;
  }
}
