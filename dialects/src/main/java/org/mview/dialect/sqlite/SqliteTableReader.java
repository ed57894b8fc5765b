package org.mview.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableInfo;
import org.mview.dialect.TableInfo.Kind;
import org.mview.dialect.TableInfo.Unique;
import org.mview.sql.Identifier;
import org.mview.sql.Type;

/** Reads one table of SQLite. */
final class SqliteTableReader {
  static final List<String> ROWID_NAMES = List.of("rowid", "_rowid_", "oid");
  private static final String BINARY = "binary";

  private final Connection connection;
  private final SqliteTables.Listed listed;

  SqliteTableReader(Connection connection, SqliteTables.Listed listed) {
    this.connection = connection;
    this.listed = listed;
  }

  /**
   * A column.
   *
   * @param inKey its place in the primary key, from 1; 0 when it is not in it
   */
  private record Read(
      TableColumn column, int inKey, boolean isInteger, Optional<String> defaultValue) {}

  /** A column of a unique index, and the collation by which the index compares. */
  private record Indexed(Optional<Identifier> column, String collation) {}

  /** A unique index; its columns are empty where it need not be there for ever. */
  private record Index(List<Indexed> columns, Unique unique) {}

  TableInfo read() throws SQLException {
    String definition = definition();
    List<Read> columns = columns(definition);
    List<Identifier> primaryKey =
        columns.stream()
            .filter(column -> column.inKey() > 0)
            .sorted(Comparator.comparingInt(Read::inKey))
            .map(column -> column.column().name())
            .toList();
    List<Index> uniques = uniques();
    List<List<Identifier>> keys = keys(columns, primaryKey, uniques);
    Table table = new Table(listed.qualified(), columns.stream().map(Read::column).toList(), keys);
    return new TableInfo(
        kind(definition),
        table,
        primaryKey,
        uniques.stream().map(Index::unique).toList(),
        listed.withoutRowid() ? primaryKey : rowid(columns),
        generated(columns, definition),
        defaults(columns),
        kind(definition) == Kind.VIEW ? SqliteDefinition.query(definition) : Optional.empty(),
        definition);
  }

  private Kind kind(String definition) {
    return switch (listed.type()) {
      case "view" -> Kind.VIEW;
      case "virtual", "shadow" -> Kind.VIRTUAL;
      default ->
          switch (listed.schema()) {
            case "temp" -> Kind.TEMPORARY;
            case SqliteTables.MAIN -> definition.isEmpty() ? Kind.VIRTUAL : Kind.TABLE;
            default -> Kind.ATTACHED;
          };
    };
  }

  private String definition() throws SQLException {
    String text =
        "SELECT sql FROM %s WHERE name = ? AND type IN ('table', 'view')"
            .formatted(listed.schemaTable());
    try (PreparedStatement read = connection.prepareStatement(text)) {
      read.setString(1, listed.name());
      try (ResultSet row = read.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  private List<Read> columns(String definition) throws SQLException {
    Map<String, String> collations = SqliteDefinition.collations(definition);
    List<Read> columns = new ArrayList<>();
    String text =
        "SELECT name, type, \"notnull\", pk, dflt_value FROM pragma_table_xinfo(?, ?) WHERE hidden <> 1";
    try (PreparedStatement read = connection.prepareStatement(text)) {
      read.setString(1, listed.name());
      read.setString(2, listed.schema());
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          columns.add(column(row, collations));
        }
      }
    }
    return withRowidAlias(columns);
  }

  private Read column(ResultSet row, Map<String, String> collations) throws SQLException {
    String name = row.getString(1);
    String declared = row.getString(2);
    int inKey = row.getInt(4);
    boolean inheritsNotNull = inKey > 0 && (listed.withoutRowid() || listed.strict());
    Optional<String> collation =
        Optional.ofNullable(collations.get(name.toLowerCase(Locale.ROOT)))
            .filter(other -> !other.equalsIgnoreCase(BINARY));
    Type type =
        new Type(
            declared,
            SqliteTypes.arithmetic(declared),
            !row.getBoolean(3) && !inheritsNotNull,
            collation,
            collation.isEmpty() && SqliteTypes.converts(declared, listed.strict()),
            true);
    return new Read(
        new TableColumn(Identifier.of(name), type),
        inKey,
        declared.equalsIgnoreCase("INTEGER"),
        Optional.ofNullable(row.getString(5)));
  }

  /** An INTEGER PRIMARY KEY is the rowid itself, which is never NULL. */
  private List<Read> withRowidAlias(List<Read> columns) {
    List<Read> inKey = columns.stream().filter(column -> column.inKey() > 0).toList();
    if (listed.withoutRowid() || inKey.size() != 1 || !inKey.get(0).isInteger()) {
      return columns;
    }
    return columns.stream().map(column -> column.inKey() == 0 ? column : asRowid(column)).toList();
  }

  private static Read asRowid(Read column) {
    Type type = column.column().type().nullable(false);
    return new Read(
        new TableColumn(column.column().name(), type), column.inKey(), true, Optional.empty());
  }

  private List<Index> uniques() throws SQLException {
    List<Index> uniques = new ArrayList<>();
    String text =
        "SELECT l.name, m.sql FROM pragma_index_list(?, ?) AS l"
            + " LEFT JOIN %s AS m ON m.type = 'index' AND m.name = l.name WHERE l.\"unique\""
                .formatted(listed.schemaTable());
    try (PreparedStatement read = connection.prepareStatement(text)) {
      read.setString(1, listed.name());
      read.setString(2, listed.schema());
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          uniques.add(unique(row.getString(1), row.getString(2)));
        }
      }
    }
    return uniques;
  }

  /**
   * An index without text was made for a constraint, which has only columns and stays as long as
   * its table. Any other may be dropped, and a view must not need it.
   */
  private Index unique(String name, @Nullable String definition) throws SQLException {
    if (definition != null) {
      return new Index(List.of(), SqliteDefinition.unique(definition));
    }
    List<Indexed> columns = index(name);
    List<String> terms =
        columns.stream()
            .flatMap(indexed -> indexed.column().stream())
            .map(column -> SqliteTables.quoted(column.text()))
            .toList();
    return new Index(columns, new Unique(terms, Optional.empty()));
  }

  private List<Indexed> index(String name) throws SQLException {
    List<Indexed> columns = new ArrayList<>();
    String text = "SELECT name, coll FROM pragma_index_xinfo(?, ?) WHERE \"key\" ORDER BY seqno";
    try (PreparedStatement read = connection.prepareStatement(text)) {
      read.setString(1, name);
      read.setString(2, listed.schema());
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          Optional<Identifier> column = Optional.ofNullable(row.getString(1)).map(Identifier::of);
          columns.add(new Indexed(column, row.getString(2)));
        }
      }
    }
    return columns;
  }

  /**
   * The keys by which rows surely differ: never NULL, and compared as the columns themselves are.
   */
  private static List<List<Identifier>> keys(
      List<Read> columns, List<Identifier> primaryKey, List<Index> uniques) {
    List<List<Identifier>> keys = new ArrayList<>();
    boolean surely =
        !primaryKey.isEmpty()
            && columns.stream()
                .filter(column -> column.inKey() > 0)
                .noneMatch(column -> column.column().type().nullable());
    if (surely) {
      keys.add(primaryKey);
    }
    for (Index index : uniques) {
      List<Indexed> unique = index.columns();
      List<Identifier> key = unique.stream().flatMap(i -> i.column().stream()).toList();
      boolean isKey =
          !unique.isEmpty() && unique.stream().allMatch(indexed -> differs(indexed, columns));
      if (isKey && !keys.contains(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static boolean differs(Indexed indexed, List<Read> columns) {
    return columns.stream()
        .map(Read::column)
        .filter(column -> indexed.column().filter(column.name()::equals).isPresent())
        .map(TableColumn::type)
        .anyMatch(
            type ->
                !type.nullable()
                    && type.collation().map(indexed.collation()::equalsIgnoreCase).orElse(true));
  }

  private static Map<Identifier, String> generated(List<Read> columns, String definition) {
    Map<String, String> expressions = SqliteDefinition.generated(definition);
    return columns.stream()
        .map(column -> column.column().name())
        .filter(name -> expressions.containsKey(name.text().toLowerCase(Locale.ROOT)))
        .collect(
            Collectors.toMap(
                name -> name, name -> expressions.get(name.text().toLowerCase(Locale.ROOT))));
  }

  private static Map<Identifier, String> defaults(List<Read> columns) {
    return columns.stream()
        .filter(read -> !read.column().type().nullable() && read.defaultValue().isPresent())
        .collect(
            Collectors.toMap(
                read -> read.column().name(), read -> read.defaultValue().orElseThrow()));
  }

  private static List<Identifier> rowid(List<Read> columns) {
    return ROWID_NAMES.stream()
        .filter(
            name ->
                columns.stream().noneMatch(c -> c.column().name().text().equalsIgnoreCase(name)))
        .limit(1)
        .map(Identifier::of)
        .toList();
  }
}
