package org.mview.dialect.mysql;

import static org.mview.dialect.mysql.MysqlNames.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableInfo;
import org.mview.dialect.TableInfo.Kind;
import org.mview.dialect.TableInfo.Unique;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/** Reads one table of MySQL or MariaDB. */
final class MysqlTableReader {
  private static final String COLUMNS =
      """
      SELECT COLUMN_NAME, COLUMN_TYPE, DATA_TYPE, IS_NULLABLE, CHARACTER_SET_NAME, COLLATION_NAME \
      FROM information_schema.columns WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? \
      ORDER BY ORDINAL_POSITION""";

  /** A part of a column, or an expression, may be the same in rows that differ. */
  private static final String UNIQUES =
      """
      SELECT INDEX_NAME, COLUMN_NAME, SUB_PART FROM information_schema.statistics \
      WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND NON_UNIQUE = 0 \
      ORDER BY INDEX_NAME <> 'PRIMARY', INDEX_NAME, SEQ_IN_INDEX""";

  private static final String VIEW_QUERY =
      """
      SELECT VIEW_DEFINITION FROM information_schema.views \
      WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?""";

  private static final String DEFINITION = "SELECT " + MysqlDefinition.of("?", "?");

  /** How often each of the two names stands in the definition. */
  private static final int PARAMETERS = 10;

  private final Connection connection;
  private final QualifiedName name;
  private final Kind kind;
  private final boolean cascaded;
  private final boolean refusing;

  /**
   * Reads a table.
   *
   * @param cascaded whether a foreign key of its own changes its rows, of which no trigger hears
   * @param refusing whether it has constraints for which UPDATE IGNORE leaves rows as they were,
   *     and triggers hear otherwise
   */
  MysqlTableReader(
      Connection connection, QualifiedName name, Kind kind, boolean cascaded, boolean refusing) {
    this.connection = connection;
    this.name = name;
    this.kind = kind;
    this.cascaded = cascaded;
    this.refusing = refusing;
  }

  /** A column of an index, if it is one as a whole. */
  private record Indexed(String index, Optional<Identifier> column) {}

  /** What one row of an answer says. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  TableInfo read() throws SQLException {
    List<TableColumn> columns = all(COLUMNS, 1, MysqlTableReader::column);
    Map<String, List<Indexed>> indexes = new LinkedHashMap<>();
    for (Indexed indexed : all(UNIQUES, 1, MysqlTableReader::indexed)) {
      indexes.computeIfAbsent(indexed.index(), i -> new ArrayList<>()).add(indexed);
    }
    List<Indexed> primaryKey = indexes.getOrDefault("PRIMARY", List.of());
    Table table = new Table(name, columns, keys(primaryKey));
    List<Identifier> primary = names(primaryKey);
    return new TableInfo(
        kind(!primary.isEmpty()),
        table,
        primary,
        indexes.values().stream().map(MysqlTableReader::unique).toList(),
        // What is never read: log rows hold whole images, and no container is found by row.
        primary.isEmpty() ? columns.stream().map(TableColumn::name).toList() : primary,
        Map.of(),
        Map.of(),
        kind == Kind.VIEW
            ? all(VIEW_QUERY, 1, row -> row.getString(1)).stream().findFirst()
            : Optional.empty(),
        all(DEFINITION, PARAMETERS / 2, row -> String.valueOf(row.getString(1))).get(0));
  }

  /** Triggers find out by the primary key whether a row has changed. */
  private Kind kind(boolean hasKey) {
    if (kind == Kind.TABLE && cascaded) {
      return Kind.CASCADED;
    } else if (refusing && !hasKey && kind == Kind.TABLE) {
      return Kind.MISREPORTED;
    }
    return refusing && !hasKey && kind == Kind.PARTITIONED ? Kind.VIRTUAL : kind;
  }

  private <T> List<T> all(String sql, int times, Reader<T> reader) throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < times; i++) {
        statement.setString(2 * i + 1, name.schema().orElseThrow().text());
        statement.setString(2 * i + 2, name.name().text());
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(reader.read(row));
        }
      }
    }
    return all;
  }

  private static TableColumn column(ResultSet row) throws SQLException {
    Optional<String> collation = Optional.ofNullable(row.getString(6));
    MysqlType known = new MysqlType(row.getString(3), collation);
    String charset =
        collation
            .map(c -> " CHARACTER SET %s COLLATE %s".formatted(characterSet(row), c))
            .orElse("");
    Type type =
        new Type(
            row.getString(2) + charset,
            known.arithmetic(),
            !"NO".equals(row.getString(4)),
            collation,
            known.sharp(),
            true);
    return new TableColumn(Identifier.of(row.getString(1)), type);
  }

  private static String characterSet(ResultSet row) {
    try {
      return row.getString(5);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Indexed indexed(ResultSet row) throws SQLException {
    Optional<Identifier> column =
        row.getString(2) == null || row.getString(3) != null
            ? Optional.empty()
            : Optional.of(Identifier.of(row.getString(2)));
    return new Indexed(row.getString(1), column);
  }

  private static Unique unique(List<Indexed> index) {
    return new Unique(
        names(index).stream().map(column -> NAMES.quoted(column.text())).toList(),
        Optional.empty());
  }

  private static List<Identifier> names(List<Indexed> index) {
    return index.stream().flatMap(indexed -> indexed.column().stream()).toList();
  }

  /**
   * The primary key alone: a unique index may come and go at any time, and a view must not need it.
   */
  private static List<List<Identifier>> keys(List<Indexed> primary) {
    boolean whole = primary.stream().allMatch(indexed -> indexed.column().isPresent());
    return primary.isEmpty() || !whole ? List.of() : List.of(names(primary));
  }
}
