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

  /** All, or the one that {@code -Dmview.database=…} names. */
  public static List<TestDatabase> chosen() {
    String wanted = System.getProperty("mview.database", "");
    List<TestDatabase> chosen =
        ALL.stream().filter(d -> wanted.isEmpty() || d.name().equals(wanted)).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "-Dmview.database=%s is none of %s".formatted(wanted, ALL));
    }
    return chosen;
  }
}
