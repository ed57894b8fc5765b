package org.mview.dialect.hsqldb;

import static org.mview.dialect.hsqldb.HsqldbNames.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.dialect.TableInfo.Kind;
import org.mview.dialect.TableInfo.Unique;
import org.mview.sql.Identifier;
import org.mview.sql.IndexTerm;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/** Reads one table. */
final class HsqldbTableReader {
  private static final String COLUMNS =
      """
      SELECT c.COLUMN_NAME, c.DTD_IDENTIFIER, c.DATA_TYPE, c.IS_NULLABLE, c.COLLATION_NAME, \
      c.COLLATION_NAME = 'SQL_TEXT' AND COALESCE(o.PAD_ATTRIBUTE, '') = 'NO PAD' \
      FROM INFORMATION_SCHEMA.COLUMNS AS c LEFT JOIN INFORMATION_SCHEMA.COLLATIONS AS o \
      ON o.COLLATION_SCHEMA = c.COLLATION_SCHEMA AND o.COLLATION_NAME = c.COLLATION_NAME \
      WHERE c.TABLE_SCHEMA = ? AND c.TABLE_NAME = ? ORDER BY c.ORDINAL_POSITION""";

  private static final String PRIMARY_KEY =
      """
      SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.SYSTEM_PRIMARYKEYS \
      WHERE TABLE_SCHEM = ? AND TABLE_NAME = ? ORDER BY KEY_SEQ""";

  private static final String VIEW_QUERY =
      """
      SELECT VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS \
      WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?""";

  private static final String DEFINITION =
      """
      SELECT %s FROM (VALUES (CAST(? AS VARCHAR(128)), CAST(? AS VARCHAR(128)))) AS d (s, t)"""
          .formatted(HsqldbDefinition.of("d.s", "d.t"));

  private final Connection connection;
  private final QualifiedName name;
  private final Kind kind;

  HsqldbTableReader(Connection connection, QualifiedName name, Kind kind) {
    this.connection = connection;
    this.name = name;
    this.kind = kind;
  }

  /** What one row of an answer says. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  TableInfo read() throws SQLException {
    List<Identifier> primary = all(PRIMARY_KEY, row -> Identifier.of(row.getString(1)));
    List<TableColumn> columns = all(COLUMNS, row -> column(row, primary));
    Table table = new Table(name, columns, primary.isEmpty() ? List.of() : List.of(primary));
    return new TableInfo(
        kind,
        table,
        primary,
        uniques(primary),
        // What is never read: log rows hold whole images, and no container is found by row.
        primary.isEmpty() ? columns.stream().map(TableColumn::name).toList() : primary,
        Map.of(),
        Map.of(),
        kind == Kind.VIEW
            ? all(VIEW_QUERY, row -> row.getString(1)).stream().findFirst()
            : Optional.empty(),
        all(DEFINITION, row -> String.valueOf(row.getString(1))).get(0));
  }

  private <T> List<T> all(String sql, Reader<T> reader) throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name.schema().orElseThrow().text());
      statement.setString(2, name.name().text());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(reader.read(row));
        }
      }
    }
    return all;
  }

  /** Columns of the primary key are said to take NULL, and do not. */
  private static TableColumn column(ResultSet row, List<Identifier> primary) throws SQLException {
    Identifier column = Identifier.of(row.getString(1));
    HsqldbType known = new HsqldbType(row.getString(3), row.getBoolean(6));
    String collation = known.isText() ? " COLLATE " + NAMES.quoted(row.getString(5)) : "";
    Type type =
        new Type(
            row.getString(2) + collation,
            known.arithmetic(),
            !"NO".equals(row.getString(4)) && !primary.contains(column),
            Optional.empty(),
            known.sharp(),
            true);
    return new TableColumn(column, type);
  }

  /** Those of constraints have indexes, too. */
  private List<Unique> uniques(List<Identifier> primary) throws SQLException {
    Stream<Unique> others =
        HsqldbIndexes.of(connection, name).stream()
            .filter(TableIndex::unique)
            .map(index -> index.terms().stream().map(IndexTerm::column).toList())
            .filter(columns -> !columns.equals(primary))
            .map(HsqldbTableReader::unique);
    return Stream.concat(primary.isEmpty() ? Stream.empty() : Stream.of(unique(primary)), others)
        .toList();
  }

  private static Unique unique(List<Identifier> columns) {
    return new Unique(
        columns.stream().map(column -> NAMES.quoted(column.text())).toList(), Optional.empty());
  }
}
