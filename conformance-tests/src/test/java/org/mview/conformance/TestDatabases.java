package org.mview.conformance;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The databases that there are to test on. */
public final class TestDatabases {
  /** They need nothing but what Maven fetches. */
  private static final List<TestDatabase> EVERYWHERE =
      List.of(
          SqliteDatabase.WAL,
          SqliteDatabase.ROLLBACK_JOURNAL,
          PostgresDatabase.EMBEDDED,
          H2Database.IN_MEMORY);

  private static final List<TestDatabase> ALL =
      Stream.concat(
              EVERYWHERE.stream(),
              Stream.of(
                  HsqldbDatabase.IN_MEMORY,
                  HsqldbDatabase.LOCKING,
                  DuckdbDatabase.IN_A_FILE,
                  MysqlDatabase.MYSQL,
                  MysqlDatabase.MARIADB,
                  GaleraDatabase.CLUSTER))
          .toList();

  private TestDatabases() {}

  /** A database of the user's, which stays the same for all tests. */
  private static final class OfUser {
    private static final Map<String, UrlDatabase> KNOWN = new ConcurrentHashMap<>();

    static UrlDatabase at(String url) {
      return KNOWN.computeIfAbsent(url, OfUser::connected);
    }

    private static UrlDatabase connected(String url) {
      try {
        return UrlDatabase.of(url, new Properties());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Those that are everywhere, or those that {@code -Dmview.databases=…,…} names, or the one that
   * {@code -Dmview.database=…} names, or that of {@code -Dmview.url=…}. One that is named and is
   * not here makes tests fail.
   */
  public static List<TestDatabase> chosen() {
    String url = System.getProperty("mview.url", "");
    if (!url.isEmpty()) {
      return List.of(OfUser.at(url));
    }
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
