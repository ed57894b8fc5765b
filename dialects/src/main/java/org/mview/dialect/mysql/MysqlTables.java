package org.mview.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mview.dialect.OwnObject;
import org.mview.dialect.Parts;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.dialect.Tables;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Storage;

/** What information_schema tells of tables. */
final class MysqlTables implements Tables {
  /**
   * Tables of whose changes a trigger never hears, or that a rollback does not undo; and tables
   * that cannot be told apart where letter case is ignored. Each subquery has the name as a
   * parameter: asked for that of the outer query, MariaDB opens every table of the database.
   */
  private static final String FIND =
      """
      SELECT t.TABLE_SCHEMA, t.TABLE_NAME, CASE WHEN t.TABLE_TYPE LIKE '%%VIEW' \
      AND t.TABLE_SCHEMA = DATABASE() THEN 'VIEW' \
      WHEN t.TABLE_TYPE <> 'BASE TABLE' OR t.ENGINE IS NULL OR t.ENGINE <> 'InnoDB' \
      OR t.TABLE_SCHEMA IN ('mysql', 'sys', 'performance_schema', 'information_schema') \
      OR EXISTS (SELECT 1 FROM information_schema.tables AS o WHERE o.TABLE_SCHEMA = COALESCE(?, DATABASE()) \
      AND BINARY o.TABLE_NAME <> BINARY t.TABLE_NAME AND LOWER(o.TABLE_NAME) = LOWER(t.TABLE_NAME)) \
      THEN 'VIRTUAL' WHEN t.TABLE_SCHEMA <> DATABASE() THEN 'ATTACHED' \
      WHEN t.CREATE_OPTIONS LIKE '%%partitioned%%' THEN 'PARTITIONED' ELSE 'TABLE' END, \
      EXISTS (SELECT 1 FROM information_schema.referential_constraints AS f \
      WHERE f.CONSTRAINT_SCHEMA = COALESCE(?, DATABASE()) AND f.TABLE_NAME = ? AND (%s)), \
      EXISTS (SELECT 1 FROM information_schema.table_constraints AS k \
      WHERE k.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND k.TABLE_NAME = ? \
      AND k.CONSTRAINT_TYPE IN ('UNIQUE', 'FOREIGN KEY')) \
      FROM information_schema.tables AS t WHERE t.TABLE_SCHEMA = COALESCE(?, DATABASE()) \
      AND t.TABLE_NAME = ? ORDER BY BINARY t.TABLE_NAME = ? DESC LIMIT 1"""
          .formatted(MysqlCatalog.cascades("f"));

  private static final String PARTITIONED =
      """
      SELECT 1 FROM information_schema.tables WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) \
      AND TABLE_NAME = ? AND CREATE_OPTIONS LIKE '%partitioned%'""";

  /** Any foreign key stands in the way of TRUNCATE, while they are heeded. */
  private static final String REFERRED =
      """
      SELECT 1 FROM information_schema.referential_constraints \
      WHERE UNIQUE_CONSTRAINT_SCHEMA = COALESCE(?, DATABASE()) AND REFERENCED_TABLE_NAME = ? \
      AND (CONSTRAINT_SCHEMA <> UNIQUE_CONSTRAINT_SCHEMA OR TABLE_NAME <> REFERENCED_TABLE_NAME) \
      AND TABLE_NAME NOT LIKE 'mview$guard$%' AND @@foreign_key_checks = 1""";

  private static final String OF_USER =
      """
      SELECT 1 FROM information_schema.triggers WHERE EVENT_OBJECT_SCHEMA = COALESCE(?, DATABASE()) \
      AND EVENT_OBJECT_TABLE = ? AND TRIGGER_NAME NOT LIKE 'mview$%'""";

  private static final String ROWS =
      """
      SELECT COALESCE(TABLE_ROWS, 0) FROM information_schema.tables \
      WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ?""";

  /** Where case makes a difference, a name is found all the same if it is the only one. */
  private static final String IN_ANY_CASE =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.tables \
      WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND LOWER(TABLE_NAME) = LOWER(?) LIMIT 1""";

  /** A log is known by the columns with which it begins. */
  private static final String OWN =
      """
      SELECT 'TABLE', TABLE_NAME, TABLE_NAME, '', CONCAT('DROP TABLE IF EXISTS `', TABLE_NAME, '`') \
      FROM information_schema.tables AS t WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' \
      AND (TABLE_NAME LIKE 'mview$%' OR TABLE_NAME LIKE 'MLOG$%' AND 4 = (SELECT COUNT(*) \
      FROM information_schema.columns AS c WHERE c.TABLE_SCHEMA = t.TABLE_SCHEMA \
      AND c.TABLE_NAME = t.TABLE_NAME AND c.COLUMN_NAME IN ('ID$$', 'SEQUENCE$$', 'DMLTYPE$$', 'SIGN$$'))) \
      UNION ALL SELECT 'VIEW', TABLE_NAME, TABLE_NAME, VIEW_DEFINITION, \
      CONCAT('DROP VIEW IF EXISTS `', TABLE_NAME, '`') FROM information_schema.views \
      WHERE TABLE_SCHEMA = DATABASE() \
      UNION ALL SELECT DISTINCT 'INDEX', INDEX_NAME, TABLE_NAME, '', \
      CONCAT('ALTER TABLE `', TABLE_NAME, '` DROP INDEX `', INDEX_NAME, '`') \
      FROM information_schema.statistics WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME LIKE 'mview$x$%' \
      UNION ALL SELECT 'TRIGGER', TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_STATEMENT, \
      CONCAT('DROP TRIGGER IF EXISTS `', TRIGGER_NAME, '`') FROM information_schema.triggers \
      WHERE EVENT_OBJECT_SCHEMA = DATABASE() AND TRIGGER_NAME LIKE 'mview$%' ORDER BY 1, 2""";

  private final boolean firesForIgnored;
  private final String compressed;

  /**
   * The tables of a server.
   *
   * @param firesForIgnored whether its triggers fire for rows that UPDATE IGNORE leaves as they
   *     were
   * @param compressed what ALTER TABLE says to a table that is to be compressed
   */
  MysqlTables(boolean firesForIgnored, String compressed) {
    this.firesForIgnored = firesForIgnored;
    this.compressed = compressed;
  }

  @Override
  public Optional<TableInfo> find(Connection connection, QualifiedName name) throws SQLException {
    Optional<TableInfo> exact = exactly(connection, name);
    if (exact.isPresent()) {
      return exact;
    }
    Optional<QualifiedName> other = inAnyCase(connection, name);
    return other.isEmpty() ? Optional.empty() : exactly(connection, other.get());
  }

  private static Optional<QualifiedName> inAnyCase(Connection connection, QualifiedName name)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(IN_ANY_CASE)) {
      find.setString(1, name.schema().map(Object::toString).orElse(null));
      find.setString(2, name.name().text());
      try (ResultSet row = find.executeQuery()) {
        return row.next()
            ? Optional.of(QualifiedName.of(row.getString(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  private Optional<TableInfo> exactly(Connection connection, QualifiedName name)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      String schema = name.schema().map(Object::toString).orElse(null);
      String table = name.name().text();
      List<@Nullable String> asked =
          Arrays.asList(schema, schema, table, schema, table, schema, table, table);
      for (int i = 0; i < asked.size(); i++) {
        find.setString(i + 1, asked.get(i));
      }
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new MysqlTableReader(
                    connection,
                    QualifiedName.of(row.getString(1), row.getString(2)),
                    TableInfo.Kind.valueOf(row.getString(3)),
                    row.getBoolean(4),
                    firesForIgnored && row.getBoolean(5))
                .read());
      }
    }
  }

  @Override
  public Optional<String> storing(Connection connection, Storage storage) throws SQLException {
    return MysqlStorage.statement(connection, storage, compressed);
  }

  @Override
  public boolean isPartitioned(Connection connection, QualifiedName table) throws SQLException {
    return isFound(connection, PARTITIONED, table);
  }

  @Override
  public boolean isReferredTo(Connection connection, QualifiedName table) throws SQLException {
    return isFound(connection, REFERRED, table);
  }

  private static boolean isFound(Connection connection, String query, QualifiedName table)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(query)) {
      find.setString(1, table.schema().map(Object::toString).orElse(null));
      find.setString(2, table.name().text());
      try (ResultSet row = find.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public Optional<Parts> parts() {
    return Optional.of(MysqlParts.of(firesForIgnored ? "INNODB_SYS_TABLES" : "INNODB_TABLES"));
  }

  @Override
  public Set<String> reaching(Connection connection, Set<String> tables) throws SQLException {
    return MysqlReach.of(connection, tables);
  }

  /** Nothing is ever made anew, as constraints can be added. */
  @Override
  public List<String> belongings(Connection connection, QualifiedName table) {
    return List.of();
  }

  @Override
  public boolean hasTriggersOfUser(Connection connection, QualifiedName table) throws SQLException {
    return isFound(connection, OF_USER, table);
  }

  @Override
  public Optional<List<String>> keyed(TableInfo container, List<Identifier> key) {
    return MysqlKey.of(container, key);
  }

  @Override
  public Optional<String> unkeyed(TableInfo container) {
    return MysqlKey.away(container);
  }

  /** MySQL has DROP CONSTRAINT from 8.0.19 on, MariaDB has it not for keys of its own. */
  @Override
  public String dropping(String name, String definition) {
    if (definition.startsWith("PRIMARY KEY")) {
      return "DROP PRIMARY KEY";
    } else if (definition.startsWith("UNIQUE")) {
      return "DROP INDEX " + name;
    }
    return definition.startsWith("FOREIGN KEY")
        ? "DROP FOREIGN KEY " + name
        : "DROP CONSTRAINT " + name;
  }

  @Override
  public List<OwnObject> own(Connection connection, String home) throws SQLException {
    List<OwnObject> all = new ArrayList<>();
    try (PreparedStatement read = connection.prepareStatement(OWN);
        ResultSet row = read.executeQuery()) {
      while (row.next()) {
        all.add(OwnObject.of(row));
      }
    }
    return all;
  }

  @Override
  public List<TableIndex> indexes(Connection connection, QualifiedName table) throws SQLException {
    return MysqlIndexes.of(connection, table);
  }

  /** As the engine has sampled it; of a small table, which is sampled late, rather too few. */
  @Override
  public String gatheringStatistics() {
    return "ANALYZE TABLE %s";
  }

  @Override
  public long estimatedRows(Connection connection, QualifiedName table) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(ROWS)) {
      read.setString(1, table.schema().map(Object::toString).orElse(null));
      read.setString(2, table.name().text());
      try (ResultSet row = read.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
