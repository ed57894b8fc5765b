package org.mview.dialect.postgres;

import static org.mview.dialect.postgres.PostgresNames.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.dialect.OwnObject;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.dialect.Tables;
import org.mview.sql.QualifiedName;
import org.mview.sql.Storage;

/** PostgreSQL's tables, read from its catalog. */
final class PostgresTables implements Tables {
  /** Objects of the system have smaller ids. */
  static final int FIRST_OWN_ID = 16384;

  /**
   * Tables whose changes cannot be logged; those, too, that cannot be told apart where letter case
   * is ignored.
   */
  private static final String VIRTUAL =
      """
      c.relkind = 'm' OR c.oid < %1$s OR %2$s \
      OR EXISTS (SELECT FROM pg_catalog.pg_class o WHERE o.relnamespace = c.relnamespace \
      AND o.oid <> c.oid AND lower(o.relname) = lower(c.relname) \
      AND o.relkind IN ('r', 'p', 'v', 'f', 'm'))"""
          .formatted(FIRST_OWN_ID, PostgresParts.DEAF);

  private static final String FIND =
      """
      SELECT c.oid, n.nspname, c.relname, CASE WHEN c.relpersistence = 't' THEN 'TEMPORARY' \
      WHEN %s THEN 'VIRTUAL' WHEN c.relkind = 'v' THEN 'VIEW' \
      WHEN n.nspname IS DISTINCT FROM current_schema() THEN 'ATTACHED' ELSE 'TABLE' END \
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
      WHERE c.oid = to_regclass(?) AND c.relkind IN ('r', 'p', 'v', 'f', 'm')"""
          .formatted(VIRTUAL);

  private static final String PARTITIONED =
      "SELECT FROM pg_catalog.pg_partitioned_table p WHERE p.partrelid = to_regclass(?)";

  private static final String WHOLES =
      """
      SELECT n.nspname, c.relname FROM pg_partition_ancestors(to_regclass(?)) \
      WITH ORDINALITY AS part (id, place) JOIN pg_catalog.pg_class c ON c.oid = part.id \
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE place > 1 ORDER BY place""";

  /**
   * The index of a constraint comes with it. Whether a trigger fires where rows are replicated is
   * not in its definition.
   */
  private static final String BELONGINGS =
      """
      SELECT definition FROM (\
      SELECT x.indexrelid AS id, 0 AS step, pg_get_indexdef(x.indexrelid) AS definition \
      FROM pg_catalog.pg_index x WHERE x.indrelid = to_regclass(?) AND NOT EXISTS (\
      SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = x.indexrelid AND k.conrelid = x.indrelid) \
      UNION ALL SELECT t.oid, s.step, CASE s.step WHEN 0 THEN pg_get_triggerdef(t.oid) \
      ELSE format('ALTER TABLE %s %s TRIGGER %I', t.tgrelid::regclass, CASE t.tgenabled \
      WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'DISABLE' END, t.tgname) END \
      FROM pg_catalog.pg_trigger t JOIN (VALUES (0), (1)) AS s (step) ON s.step = 0 OR t.tgenabled <> 'O' \
      WHERE t.tgrelid = to_regclass(?) AND NOT t.tgisinternal) b ORDER BY id, step""";

  /** A log is known by the columns with which it begins. */
  private static final String OWN =
      """
      SELECT 'TABLE', c.relname, c.relname, '', format('DROP TABLE IF EXISTS %1$I.%2$I', n.nspname, c.relname) \
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
      WHERE c.relkind = 'r' AND n.nspname = ? AND (c.relname LIKE 'mview$%' OR c.relname LIKE 'MLOG$%' \
      AND 4 = (SELECT COUNT(*) FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid \
      AND a.attname IN ('SEQUENCE$$', 'DMLTYPE$$', 'OLD_NEW$$', 'SIGN$$'))) \
      UNION ALL SELECT 'VIEW', c.relname, c.relname, pg_get_viewdef(c.oid), \
      format('DROP VIEW IF EXISTS %1$I.%2$I', n.nspname, c.relname) \
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
      WHERE c.relkind = 'v' AND n.nspname = ? \
      UNION ALL SELECT 'INDEX', c.relname, x.indrelid::regclass::text, '', \
      format('DROP INDEX IF EXISTS %1$I.%2$I', n.nspname, c.relname) \
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
      JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid WHERE n.nspname = ? AND c.relname LIKE 'mview$x$%' \
      UNION ALL SELECT 'TRIGGER', p.proname, COALESCE((SELECT MIN(c.relname) FROM pg_catalog.pg_trigger t \
      JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid WHERE t.tgfoid = p.oid), ''), p.prosrc, \
      format('DROP FUNCTION IF EXISTS %1$I.%2$I() CASCADE', n.nspname, p.proname) \
      FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace \
      WHERE n.nspname = ? AND p.proname LIKE 'mview$%' AND p.prorettype = 'trigger'::regtype ORDER BY 1, 2""";

  private static final int PLACES_OF_HOME = 4;

  @Override
  public Optional<TableInfo> find(Connection connection, QualifiedName name) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, NAMES.quoted(name));
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new PostgresTableReader(
                    connection,
                    row.getLong(1),
                    QualifiedName.of(row.getString(2), row.getString(3)),
                    TableInfo.Kind.valueOf(row.getString(4)))
                .read());
      }
    }
  }

  @Override
  public boolean isPartitioned(Connection connection, QualifiedName table) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(PARTITIONED)) {
      find.setString(1, NAMES.quoted(table));
      try (ResultSet row = find.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public List<QualifiedName> wholes(Connection connection, QualifiedName table)
      throws SQLException {
    List<QualifiedName> wholes = new ArrayList<>();
    try (PreparedStatement find = connection.prepareStatement(WHOLES)) {
      find.setString(1, NAMES.quoted(table));
      try (ResultSet row = find.executeQuery()) {
        while (row.next()) {
          wholes.add(QualifiedName.of(row.getString(1), row.getString(2)));
        }
      }
    }
    return wholes;
  }

  @Override
  public Optional<String> storing(Connection connection, Storage storage) throws SQLException {
    return PostgresStorage.statement(connection, storage);
  }

  @Override
  public Set<String> reaching(Connection connection, Set<String> tables) throws SQLException {
    return PostgresReach.of(connection, tables);
  }

  @Override
  public List<String> belongings(Connection connection, QualifiedName table) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (PreparedStatement read = connection.prepareStatement(BELONGINGS)) {
      read.setString(1, NAMES.quoted(table));
      read.setString(2, NAMES.quoted(table));
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          statements.add(row.getString(1));
        }
      }
    }
    return statements;
  }

  @Override
  public List<OwnObject> own(Connection connection, String home) throws SQLException {
    List<OwnObject> all = new ArrayList<>();
    try (PreparedStatement read = connection.prepareStatement(OWN)) {
      for (int i = 1; i <= PLACES_OF_HOME; i++) {
        read.setString(i, home);
      }
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          all.add(OwnObject.of(row));
        }
      }
    }
    return all;
  }

  @Override
  public List<TableIndex> indexes(Connection connection, QualifiedName table) throws SQLException {
    return PostgresIndexes.of(connection, table);
  }

  @Override
  public long estimatedRows(Connection connection, QualifiedName table) throws SQLException {
    return PostgresEstimate.of(connection, table);
  }
}
