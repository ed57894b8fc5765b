package org.mview.concurrency;

import java.util.List;
import java.util.stream.Stream;
import org.mview.conformance.DuckdbDatabase;
import org.mview.conformance.GaleraDatabase;
import org.mview.conformance.H2Database;
import org.mview.conformance.HsqldbDatabase;
import org.mview.conformance.MysqlDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/**
 * A server on which many write at once, and how it says what the writers do.
 *
 * @param setup what makes deadlocks be found soon
 * @param key the type of the keys of tables
 * @param upsert of one row of a table: its id, k, and a value
 * @param fill adds rows with ids from the fourth part to the fifth, as far as there are none
 * @param empty takes out all rows; TRUNCATE only where triggers see it
 * @param kill ends a connection of somebody else's, or is a query for the statement that does
 * @param script how it says what scripts say
 */
record Server(
    TestDatabase database,
    List<String> setup,
    String key,
    String upsert,
    String fill,
    String empty,
    String kill,
    ScriptIdiom script) {
  private static final Server POSTGRESQL =
      new Server(
          PostgresDatabase.EMBEDDED,
          List.of(
              """
              DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = ''50ms''', \
              current_database()); END $$\
              """),
          "INT",
          "INSERT INTO %s VALUES (%s, %s, %s) ON CONFLICT (id) DO UPDATE SET k = excluded.k",
          "INSERT INTO %s SELECT i, %s, %s FROM generate_series(%s, %s) AS i ON CONFLICT DO NOTHING",
          "TRUNCATE ",
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
          WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY RANDOM() LIMIT 1\
          """,
          ScriptIdiom.POSTGRESQL);

  private static final Server H2 =
      new Server(
          H2Database.IN_MEMORY,
          // A MERGE at a level that keeps a snapshot is repeated in vain for so long.
          List.of("SET DEFAULT_LOCK_TIMEOUT 500"),
          "NUMERIC(9)", // rows with an INT that comes back may be lost by H2: decision 51
          "MERGE INTO %s KEY (id) VALUES (%s, %s, %s)",
          """
          MERGE INTO %1$s KEY (id) SELECT x, %2$s, %3$s FROM SYSTEM_RANGE(%4$s, %5$s)\
          """,
          "DELETE FROM ",
          "SELECT 1 WHERE FALSE", // within one process there is no connection to be lost
          ScriptIdiom.H2);

  private static final Server HSQLDB = hsqldb(HsqldbDatabase.IN_MEMORY);

  /** Where rows are in the way, a table that has triggers takes no row in their place. */
  private static final Server DUCKDB =
      new Server(
          DuckdbDatabase.IN_A_FILE,
          List.of(),
          "INT",
          "INSERT INTO %s VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
          "INSERT INTO %s SELECT i, %s, %s FROM range(%s, %s + 1) AS r (i) ON CONFLICT DO NOTHING",
          "TRUNCATE ",
          "SELECT 1 WHERE FALSE", // within one process there is no connection to be lost
          ScriptIdiom.DUCKDB);

  private static final List<Server> ALL =
      List.of(
          POSTGRESQL,
          H2,
          HSQLDB,
          hsqldb(HsqldbDatabase.LOCKING),
          DUCKDB,
          mysql(MysqlDatabase.MYSQL),
          mysql(MysqlDatabase.MARIADB),
          mysql(GaleraDatabase.CLUSTER));

  private static Server hsqldb(HsqldbDatabase database) {
    String merge =
        """
        MERGE INTO %%1$s AS t USING (%s) AS s (id, k, v) ON t.id = s.id \
        WHEN MATCHED THEN UPDATE SET k = s.k WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.k, s.v)""";
    return new Server(
        database,
        List.of(),
        "INT",
        merge.formatted("VALUES (%2$s, CAST(%3$s AS INT), CAST(%4$s AS INT))"),
        merge.formatted(
            """
            SELECT n, CAST(%2$s AS INT), CAST(%3$s AS INT) \
            FROM UNNEST(SEQUENCE_ARRAY(%4$s, %5$s, 1)) AS numbers (n)"""),
        "DELETE FROM ",
        "SELECT 1 FROM (VALUES (0)) AS nowhere WHERE FALSE", // as on H2
        ScriptIdiom.HSQLDB);
  }

  private static Server mysql(TestDatabase database) {
    return new Server(
        database,
        List.of(),
        "INT",
        "INSERT INTO %s VALUES (%s, %s, %s) ON DUPLICATE KEY UPDATE k = VALUES(k)",
        """
        INSERT IGNORE INTO %1$s WITH RECURSIVE s (i, k, v) AS (SELECT %4$s, %2$s, %3$s \
        UNION ALL SELECT i + 1, k, v FROM s WHERE i < %5$s) SELECT i, k, v FROM s\
        """,
        "DELETE FROM ",
        """
        SELECT CONCAT('KILL ', ID) FROM information_schema.processlist \
        WHERE DB = DATABASE() AND ID <> CONNECTION_ID() ORDER BY RAND() LIMIT 1\
        """,
        ScriptIdiom.MYSQL);
  }

  static Server postgresql() {
    return POSTGRESQL;
  }

  /** Those among the databases that are to be tested. */
  static Stream<Server> chosen() {
    return on(TestDatabases.chosen());
  }

  /** And {@linkplain TestDatabases#servers the others} that are tested in short. */
  static Stream<Server> chosenAndOthers() {
    return Stream.concat(chosen(), on(TestDatabases.servers()));
  }

  private static Stream<Server> on(List<TestDatabase> databases) {
    return ALL.stream().filter(server -> databases.contains(server.database()));
  }

  @Override
  public String toString() {
    return database.name();
  }
}
