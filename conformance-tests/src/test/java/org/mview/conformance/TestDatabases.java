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

  /** They need nothing else either, and are tested in short where nobody names databases. */
  private static final List<TestDatabase> PREVIEWS =
      List.of(HsqldbDatabase.IN_MEMORY, DuckdbDatabase.IN_A_FILE);

  private static final List<TestDatabase> SERVERS =
      List.of(MysqlDatabase.MYSQL, MysqlDatabase.MARIADB);

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
   * Those on which a short form of some tests runs beside: previews, and {@link #servers}; none
   * where databases are named.
   */
  public static List<TestDatabase> inShort() {
    return areNamed() ? List.of() : Stream.concat(PREVIEWS.stream(), servers().stream()).toList();
  }

  /**
   * The servers among them, with {@code -Dmview.servers=true} alone: then tests fail where such a
   * server is not here.
   */
  public static List<TestDatabase> servers() {
    return !areNamed() && Boolean.getBoolean("mview.servers") ? SERVERS : List.of();
  }

  private static boolean areNamed() {
    return Stream.of("mview.url", "mview.database", "mview.databases")
        .anyMatch(name -> !System.getProperty(name, "").isEmpty());
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
