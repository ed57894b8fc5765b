package org.mview.dialect.mysql;

import static org.mview.dialect.mysql.MysqlNames.NAMES;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mview.dialect.Capability;
import org.mview.dialect.Clauses;
import org.mview.dialect.Dialect;
import org.mview.dialect.Expressions;
import org.mview.dialect.OnConflict;

/** MySQL, from 8.0, and MariaDB, from 10.6: window functions, and SKIP LOCKED. */
public final class Mysql {
  static final String SAME = "%1$s <=> %2$s";

  private static final Expressions EXPRESSIONS =
      new Expressions(
          SAME,
          "%1$s",
          SAME,
          "",
          "%1$s * 1.0000000000 / NULLIF(%2$s, 0)", // whatever div_precision_increment is
          "%1$s",
          "mview$inexact", // which nothing is
          "%1$s", // its triggers only write logs
          "FALSE",
          "%1$s, CAST(CAST(%1$s AS CHAR) AS BINARY)",
          Optional.empty(), // its CAST does not know the types of columns
          Optional.of(MysqlNull::of),
          Optional.empty());

  /** Changes when a table, a view, a trigger or a routine is made or altered. */
  private static final String SCHEMA_VERSION =
      """
      SELECT CAST(COALESCE(SUM(CRC32(v)), 0) AS SIGNED) FROM (\
      SELECT CONCAT_WS(' ', 't', TABLE_NAME, TABLE_TYPE, CREATE_TIME) AS v \
      FROM information_schema.tables WHERE TABLE_SCHEMA = DATABASE() \
      UNION ALL SELECT CONCAT_WS(' ', 'c', TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, COLUMN_TYPE, \
      IS_NULLABLE, COLLATION_NAME, EXTRA) \
      FROM information_schema.columns WHERE TABLE_SCHEMA = DATABASE() \
      UNION ALL SELECT CONCAT_WS(' ', 'g', TRIGGER_NAME, EVENT_OBJECT_TABLE, CREATED) \
      FROM information_schema.triggers WHERE EVENT_OBJECT_SCHEMA = DATABASE() \
      UNION ALL SELECT CONCAT_WS(' ', 'v', TABLE_NAME, VIEW_DEFINITION) \
      FROM information_schema.views WHERE TABLE_SCHEMA = DATABASE() \
      UNION ALL SELECT CONCAT_WS(' ', 'f', CONSTRAINT_NAME, TABLE_NAME, UPDATE_RULE, DELETE_RULE) \
      FROM information_schema.referential_constraints WHERE CONSTRAINT_SCHEMA = DATABASE() \
      UNION ALL SELECT CONCAT_WS(' ', 'r', ROUTINE_NAME, LAST_ALTERED) \
      FROM information_schema.routines WHERE ROUTINE_SCHEMA = DATABASE()) AS parts""";

  private static final String IDENTITY =
      """
      SELECT CASE WHEN DATABASE() IS NULL THEN '' ELSE CONCAT_WS(' ', @@hostname, @@port, @@datadir, \
      DATABASE(), CURRENT_USER()) END""";

  /**
   * What a refresh runs under, so that the same query gives the same rows in every session; the
   * isolation level is that of the next transaction alone.
   */
  private static final String SEES = "(@@%s = 'READ-COMMITTED' OR COALESCE(@mview$own, 0) = 1)";

  private static final String LOCKS = "@@%s IN ('REPEATABLE-READ', 'SERIALIZABLE')";

  private static final String SETTINGS =
      """
      SET @mview$own = 1, @mview$mode = @@sql_mode, @mview$zone = @@time_zone, @mview$collation = @@collation_connection, \
      @mview$limit = @@sql_select_limit, sql_select_limit = DEFAULT, \
      @mview$safe = @@sql_safe_updates, sql_safe_updates = 0, \
      sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', \
      collation_connection = '%s'%s""";

  private static final String ODD =
      """
      SELECT REGEXP_SUBSTR(@mview$mode, 'ANSI_QUOTES|NO_BACKSLASH_ESCAPES|PIPES_AS_CONCAT\
      |HIGH_NOT_PRECEDENCE|NO_UNSIGNED_SUBTRACTION|PAD_CHAR_TO_FULL_LENGTH|EMPTY_STRING_IS_NULL')""";

  private static final String RESTORE =
      """
      SET @mview$own = 0, sql_mode = @mview$mode, time_zone = @mview$zone, collation_connection = @mview$collation, \
      sql_select_limit = @mview$limit, sql_safe_updates = @mview$safe%s""";

  /**
   * What sets a server apart.
   *
   * @param isolation the variable that holds its isolation level
   * @param setting what else a refresh runs under, and how that is put back
   */
  private record Server(
      String name, String isolation, String collation, String setting, String restoring) {
    boolean isMariadb() {
      return name.equals("mariadb");
    }
  }

  private static final Server MARIADB_SERVER =
      new Server("mariadb", "tx_isolation", "utf8mb4_general_ci", "", "");

  private static final Server MYSQL_SERVER =
      new Server("mysql", "transaction_isolation", "utf8mb4_0900_ai_ci", "", "");

  /**
   * MySQL 8.0.15 makes a table of its own for a part of a query, and where that part is read twice
   * it may make it once more: error 156. Its older kind of such tables has no names to meet.
   */
  private static final Server EARLY_MYSQL_SERVER =
      new Server(
          MYSQL_SERVER.name(),
          MYSQL_SERVER.isolation(),
          MYSQL_SERVER.collation(),
          ", @mview$tables = @@internal_tmp_mem_storage_engine, "
              + "internal_tmp_mem_storage_engine = 'MEMORY'",
          ", internal_tmp_mem_storage_engine = @mview$tables");

  /** One session of each schema defines something at a time. */
  private static final Dialect.Alone ALONE =
      new Dialect.Alone(
          Optional.empty(),
          "SELECT GET_LOCK(CONCAT('mview$', MD5(DATABASE())), 100000000)",
          "SELECT RELEASE_LOCK(CONCAT('mview$', MD5(DATABASE())))");

  /**
   * Has a row where several servers write: Galera, in MariaDB and in Percona's cluster, and Group
   * Replication with more than one primary.
   */
  public static final String IS_CLUSTER =
      """
      SHOW VARIABLES WHERE (Variable_name = 'wsrep_on' AND Value = 'ON') \
      OR (Variable_name = 'group_replication_single_primary_mode' AND Value = 'OFF')""";

  /** All that MySQL does differently. */
  public static final Dialect MYSQL = dialect(MYSQL_SERVER, Capability.CHECKS);

  /** MySQL before 8.0.16, which reads CHECK and forgets it. */
  public static final Dialect MYSQL_WITHOUT_CHECKS = dialect(EARLY_MYSQL_SERVER);

  /** All that MariaDB does differently. */
  public static final Dialect MARIADB =
      dialect(MARIADB_SERVER, Capability.CHECKS, Capability.MISSES_NULLS_IN_PARTS);

  /** MySQL where several servers write. */
  public static final Dialect MYSQL_CLUSTER =
      dialect(MYSQL_SERVER, Capability.CHECKS, Capability.MANY_NODES);

  /** MariaDB where several servers write. */
  public static final Dialect MARIADB_CLUSTER =
      dialect(
          MARIADB_SERVER,
          Capability.CHECKS,
          Capability.MISSES_NULLS_IN_PARTS,
          Capability.MANY_NODES);

  private Mysql() {}

  private static Dialect dialect(Server server, Capability... more) {
    Set<Capability> capabilities =
        EnumSet.of(
            Capability.SAVEPOINTS,
            Capability.MERGES_BY_TRIGGERS,
            Capability.MERGES_EXACTLY,
            Capability.NAMES_CONSTRAINTS,
            Capability.ADD_CONSTRAINT,
            Capability.REPLACES_VIEWS,
            Capability.GOES_ON_AFTER_ERRORS,
            Capability.INTERSECTS_FIRST,
            Capability.INDEXES_WITHIN_TABLES,
            Capability.LIMITS_KEYS,
            Capability.LOCKS_TABLES,
            Capability.BLURS_TEXTS,
            Capability.HIDES_ISOLATION,
            Capability.ROUNDS_TEXTS,
            Capability.TYPED_EXPRESSIONS);
    capabilities.addAll(List.of(more));
    return new Dialect(
        server.name(),
        NAMES,
        UnaryOperator.identity(),
        "COALESCE(DATABASE(), '')",
        Optional.empty(),
        SCHEMA_VERSION,
        IDENTITY,
        new Dialect.Beginnings(
                "START TRANSACTION",
                List.of("SET TRANSACTION ISOLATION LEVEL READ COMMITTED", "START TRANSACTION"),
                Optional.of(
                    new MysqlLogLocks(
                        SEES.formatted(server.isolation()), LOCKS.formatted(server.isolation()))),
                Optional.of(
                    new Dialect.Settings(
                        SETTINGS.formatted(server.collation(), server.setting()),
                        RESTORE.formatted(server.restoring()),
                        ODD,
                        "SET sql_select_limit = 0",
                        "SET sql_select_limit = DEFAULT")),
                Optional.of(ALONE))
            .beside("SET TRANSACTION ISOLATION LEVEL READ COMMITTED", "START TRANSACTION")
            .asking(
                Dialect.Inside.failing(
                    "SET TRANSACTION ISOLATION LEVEL READ COMMITTED", // of the next one
                    "START TRANSACTION",
                    "ROLLBACK"))
            .switchedBehind("SELECT @@autocommit"),
        MysqlCatalog.CATALOG,
        EXPRESSIONS,
        clauses(server),
        new MysqlTables(
            server.isMariadb(),
            server.isMariadb() ? "PAGE_COMPRESSED = 1" : "ROW_FORMAT = COMPRESSED"),
        new MysqlTriggers(server.isMariadb()),
        Optional.empty(),
        new MysqlFunctions(),
        new MysqlExecutionPlans(),
        MysqlViolations::of,
        capabilities);
  }

  private static Clauses clauses(Server server) {
    return new Clauses(
        "",
        "STRAIGHT_JOIN",
        "",
        MysqlUpsert::of, // in triggers alone: elsewhere rows are merged by two statements
        MysqlClauses::updateFrom,
        MysqlClauses::deleteJoined,
        MysqlClauses::deleteCopies,
        MysqlClauses::repeated,
        OnConflict::first,
        Optional.of(MysqlClauses.COPIES::left),
        Optional.empty(), // a statement writes into one table
        Optional.of(MysqlClauses.TAKEN),
        MysqlClauses::createTable,
        MysqlClauses::createStage,
        Optional.of("DROP TEMPORARY TABLE IF EXISTS"),
        new MysqlCreateIndex(server.isMariadb())::text);
  }
}
