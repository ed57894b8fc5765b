package org.mview.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableInfo;
import org.mview.dialect.TableInfo.Kind;
import org.mview.dialect.TableInfo.Unique;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/** Reads one table of PostgreSQL. */
final class PostgresTableReader {
  /**
   * A domain is shown as its base type, as results show it: a domain may forbid NULL, which an
   * outer join and a log have where the table has none. A type of the user's has its schema, so
   * that its name is the same for every search path. An element's type tells whether its array's
   * name is shown with a schema.
   */
  private static final String COLUMNS =
      """
      WITH RECURSIVE base AS (SELECT a.attnum, a.atttypid AS type, a.atttypmod AS modifier \
      FROM pg_catalog.pg_attribute a WHERE a.attrelid = ?1 AND a.attnum > 0 AND NOT a.attisdropped \
      UNION ALL SELECT b.attnum, t.typbasetype, t.typtypmod \
      FROM base b JOIN pg_catalog.pg_type t ON t.oid = b.type WHERE t.typtype = 'd') \
      SELECT a.attname AS name, CASE WHEN n.nspname <> 'pg_catalog' AND pg_type_is_visible(e.oid) \
      THEN quote_ident(n.nspname) || '.' ELSE '' END || format_type(t.oid, b.modifier) AS declaration, \
      t.typname AS type, n.nspname = 'pg_catalog' AS built_in, t.typtype = 'e' AS is_enum, \
      b.modifier >= 0 AS modified, a.attnotnull AS not_null, c.collname AS collation, \
      CASE WHEN a.attgenerated = 'v' THEN pg_get_expr(d.adbin, d.adrelid) END AS virtual \
      FROM base b JOIN pg_catalog.pg_attribute a ON a.attrelid = ?1 AND a.attnum = b.attnum \
      JOIN pg_catalog.pg_type t ON t.oid = b.type AND t.typtype <> 'd' \
      JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
      JOIN pg_catalog.pg_type e ON e.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END \
      LEFT JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation AND NOT c.collisdeterministic \
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
      ORDER BY a.attnum""";

  private static final String CONSTRAINTS =
      """
      SELECT k.contype = 'p', k.condeferrable, ARRAY(SELECT a.attname::text \
      FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place) JOIN pg_catalog.pg_attribute a \
      ON a.attrelid = k.conrelid AND a.attnum = u.number ORDER BY u.place) \
      FROM pg_catalog.pg_constraint k WHERE k.conrelid = ?1 AND k.contype IN ('p', 'u') \
      ORDER BY k.contype, k.oid""";

  private static final String UNIQUES =
      """
      SELECT ARRAY(SELECT pg_get_indexdef(x.indexrelid, n, true) \
      FROM generate_series(1, x.indnkeyatts) AS n ORDER BY n), pg_get_expr(x.indpred, x.indrelid) \
      FROM pg_catalog.pg_index x WHERE x.indrelid = ?1 AND x.indisunique ORDER BY x.indexrelid""";

  private static final String VIEW_QUERY = "SELECT pg_get_viewdef(?1, false)";

  private static final List<Identifier> CTID = List.of(Identifier.of("ctid"));

  private final Connection connection;
  private final long id;
  private final QualifiedName name;
  private final Kind kind;

  PostgresTableReader(Connection connection, long id, QualifiedName name, Kind kind) {
    this.connection = connection;
    this.id = id;
    this.name = name;
    this.kind = kind;
  }

  /**
   * A column.
   *
   * @param virtual what it is made of, where it is computed only when it is read
   */
  private record Read(TableColumn column, Optional<String> virtual) {
    Identifier name() {
      return column.name();
    }
  }

  private record Constraint(boolean primary, boolean deferrable, List<Identifier> columns) {}

  /** What one row of an answer says. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  TableInfo read() throws SQLException {
    List<Read> columns = all(COLUMNS, PostgresTableReader::column);
    List<Constraint> constraints = all(CONSTRAINTS, PostgresTableReader::constraint);
    Table table =
        new Table(name, columns.stream().map(Read::column).toList(), keys(columns, constraints));
    return new TableInfo(
        kind,
        table,
        primary(constraints.stream()),
        all(UNIQUES, PostgresTableReader::unique),
        rowIdentity(constraints),
        virtual(columns),
        Map.of(),
        kind == Kind.VIEW ? Optional.of(viewQuery()) : Optional.empty(),
        PostgresDefinition.of(connection, id));
  }

  private <T> List<T> all(String sql, Reader<T> reader) throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(sql.replace("?1", id + "::oid"))) {
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(reader.read(row));
        }
      }
    }
    return all;
  }

  private static Read column(ResultSet row) throws SQLException {
    PostgresType known =
        new PostgresType(
            row.getString("type"),
            row.getBoolean("built_in"),
            row.getBoolean("is_enum"),
            row.getBoolean("modified"));
    Optional<String> collation = Optional.ofNullable(row.getString("collation"));
    Type type =
        new Type(
            row.getString("declaration"),
            known.arithmetic(),
            !row.getBoolean("not_null"),
            collation,
            known.sharp() && collation.isEmpty(),
            true);
    return new Read(
        new TableColumn(Identifier.of(row.getString("name")), type),
        Optional.ofNullable(row.getString("virtual")));
  }

  private static Constraint constraint(ResultSet row) throws SQLException {
    return new Constraint(
        row.getBoolean(1), row.getBoolean(2), texts(row, 3).stream().map(Identifier::of).toList());
  }

  private static Unique unique(ResultSet row) throws SQLException {
    return new Unique(texts(row, 1), Optional.ofNullable(row.getString(2)));
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** A deferrable constraint may be violated until the commit, and a refresh comes before it. */
  private static List<List<Identifier>> keys(List<Read> columns, List<Constraint> constraints) {
    List<Identifier> neverNull =
        columns.stream()
            .filter(column -> !column.column().type().nullable())
            .map(Read::name)
            .toList();
    return constraints.stream()
        .filter(constraint -> !constraint.deferrable())
        .map(Constraint::columns)
        .filter(neverNull::containsAll)
        .distinct()
        .toList();
  }

  private static List<Identifier> primary(Stream<Constraint> constraints) {
    return constraints
        .filter(Constraint::primary)
        .findFirst()
        .map(Constraint::columns)
        .orElse(List.of());
  }

  private static List<Identifier> rowIdentity(List<Constraint> constraints) {
    List<Identifier> key = primary(constraints.stream().filter(c -> !c.deferrable()));
    return key.isEmpty() ? CTID : key;
  }

  /** Triggers do not see the values of such a column. Where it is stored, they do. */
  private static Map<Identifier, String> virtual(List<Read> columns) {
    return columns.stream()
        .filter(column -> column.virtual().isPresent())
        .collect(Collectors.toMap(Read::name, column -> column.virtual().orElseThrow()));
  }

  private String viewQuery() throws SQLException {
    String query = all(VIEW_QUERY, row -> row.getString(1)).get(0).strip();
    return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
  }
}
