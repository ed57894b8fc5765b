package org.mview.dialect.sqlite;

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

/** Reads what SQLite knows of its tables, by its table-valued pragmas. */
final class SqliteTables implements Tables {
  static final String MAIN = "main";

  /** Whether a name is free, which the table list tells only after it has compiled every view. */
  private static final String TAKEN =
      """
      SELECT 1 FROM main.sqlite_master WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view')""";

  private static final String OF_SQLITE = "sqlite_";

  /** As SQLite itself resolves a name: temporary tables first, then the main file, then others. */
  private static final String FIND =
      """
      SELECT l.schema, l.name, l.type, l.wr, l.strict \
      FROM pragma_table_list AS l WHERE l.name = ?1 COLLATE NOCASE \
      AND (?2 IS NULL OR l.schema = ?2 COLLATE NOCASE) \
      ORDER BY CASE l.schema WHEN 'temp' THEN 0 WHEN 'main' THEN 1 ELSE 2 END LIMIT 1""";

  /** An index without a text belongs to a constraint, and comes with it. */
  private static final String BELONGINGS =
      """
      SELECT sql FROM sqlite_master WHERE tbl_name = ? COLLATE NOCASE \
      AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid""";

  /** A log is known by the columns with which it begins. */
  private static final String OWN =
      """
      SELECT upper(type), name, tbl_name, COALESCE(sql, ''), \
      'DROP ' || type || ' IF EXISTS main."' || replace(name, '"', '""') || '"' \
      FROM main.sqlite_master WHERE (type <> 'view' AND name LIKE 'mview$%') \
      OR type = 'view' \
      OR (type = 'table' AND name LIKE 'MLOG$%' AND instr(sql, ?) > 0) ORDER BY rowid""";

  /** What one row of the table list says. */
  record Listed(String schema, String name, String type, boolean withoutRowid, boolean strict) {
    QualifiedName qualified() {
      return QualifiedName.of(schema, name);
    }

    /** Temporary objects have a list of their own. */
    String schemaTable() {
      return schema.equals("temp") ? "temp.sqlite_temp_master" : quoted(schema) + ".sqlite_master";
    }
  }

  @Override
  public Optional<TableInfo> find(Connection connection, QualifiedName name) throws SQLException {
    Optional<Listed> listed = listed(connection, name);
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(new SqliteTableReader(connection, listed.get()).read());
  }

  private static Optional<Listed> listed(Connection connection, QualifiedName name)
      throws SQLException {
    if (isFree(connection, name)) {
      return Optional.empty();
    }
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name.name().text());
      find.setString(2, name.schema().map(Object::toString).orElse(null));
      try (ResultSet row = find.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Listed(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getBoolean(5)))
            : Optional.empty();
      }
    }
  }

  /** Of the main file alone; its own tables SQLite does not list. */
  private static boolean isFree(Connection connection, QualifiedName name) throws SQLException {
    String text = name.name().text();
    boolean inMain =
        name.schema().filter(schema -> schema.text().equalsIgnoreCase(MAIN)).isPresent();
    if (!inMain || text.regionMatches(true, 0, OF_SQLITE, 0, OF_SQLITE.length())) {
      return false;
    }
    try (PreparedStatement find = connection.prepareStatement(TAKEN)) {
      find.setString(1, text);
      try (ResultSet row = find.executeQuery()) {
        return !row.next();
      }
    }
  }

  @Override
  public Set<String> reaching(Connection connection, Set<String> tables) throws SQLException {
    return SqliteReach.of(connection, tables);
  }

  @Override
  public List<String> belongings(Connection connection, QualifiedName table) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (PreparedStatement read = connection.prepareStatement(BELONGINGS)) {
      read.setString(1, table.name().text());
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          statements.add(row.getString(1));
        }
      }
    }
    return statements;
  }

  @Override
  public List<TableIndex> indexes(Connection connection, QualifiedName table) throws SQLException {
    Optional<Listed> listed = listed(connection, table);
    return listed.isEmpty() ? List.of() : new SqliteIndexes(connection, listed.get()).read();
  }

  /** The greatest rowid: right for tables from which little was deleted. */
  @Override
  public long estimatedRows(Connection connection, QualifiedName table) throws SQLException {
    Listed listed = listed(connection, table).orElseThrow();
    String text =
        listed.withoutRowid()
            ? "SELECT COUNT(*) FROM %s.%s"
            : "SELECT COALESCE(MAX(rowid), 0) FROM %s.%s";
    try (PreparedStatement count =
            connection.prepareStatement(
                text.formatted(quoted(listed.schema()), quoted(listed.name())));
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Without a write-ahead log, for as long as it takes to write the pages back. */
  @Override
  public boolean readersWait(Connection connection) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement("PRAGMA main.journal_mode");
        ResultSet row = read.executeQuery()) {
      return row.next() && !row.getString(1).equalsIgnoreCase("wal");
    }
  }

  @Override
  public List<OwnObject> own(Connection connection, String home) throws SQLException {
    List<OwnObject> all = new ArrayList<>();
    try (PreparedStatement read = connection.prepareStatement(OWN)) {
      read.setString(1, SqliteTriggers.HEAD);
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          all.add(OwnObject.of(row));
        }
      }
    }
    return all;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
