package org.mview.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mview.algebra.Table.TableColumn;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.IndexTerm;

/** Reads the indexes of one table of SQLite. */
final class SqliteIndexes {
  private static final String BINARY = "BINARY";

  private final Connection connection;
  private final SqliteTables.Listed listed;

  SqliteIndexes(Connection connection, SqliteTables.Listed listed) {
    this.connection = connection;
    this.listed = listed;
  }

  List<TableIndex> read() throws SQLException {
    TableInfo table = new SqliteTableReader(connection, listed).read();
    Map<String, String> collations = collations(table);
    List<TableIndex> indexes = new ArrayList<>(rowid(table));
    String text = "SELECT name, \"unique\" FROM pragma_index_list(?, ?) WHERE NOT partial";
    try (PreparedStatement read = connection.prepareStatement(text)) {
      read.setString(1, listed.name());
      read.setString(2, listed.schema());
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          indexes.add(index(row.getString(1), row.getBoolean(2), collations));
        }
      }
    }
    return indexes;
  }

  /** An INTEGER PRIMARY KEY is the rowid itself, and has no index. */
  private List<TableIndex> rowid(TableInfo table) {
    boolean alias =
        !listed.withoutRowid()
            && table.primaryKey().size() == 1
            && table.type(table.primaryKey().get(0)).declaration().equalsIgnoreCase("INTEGER");
    return alias
        ? List.of(
            new TableIndex("", List.of(new IndexTerm(table.primaryKey().get(0), false)), true))
        : List.of();
  }

  private static Map<String, String> collations(TableInfo table) {
    return table.table().columns().stream()
        .collect(
            Collectors.toMap(
                column -> column.name().text(),
                (TableColumn column) -> column.type().collation().orElse(BINARY)));
  }

  private TableIndex index(String name, boolean unique, Map<String, String> collations)
      throws SQLException {
    List<IndexTerm> terms = new ArrayList<>();
    String text =
        "SELECT name, coll, \"desc\" FROM pragma_index_xinfo(?, ?) WHERE \"key\" ORDER BY seqno";
    boolean whole = true;
    try (PreparedStatement read = connection.prepareStatement(text)) {
      read.setString(1, name);
      read.setString(2, listed.schema());
      try (ResultSet row = read.executeQuery()) {
        while (row.next() && whole) {
          Optional<String> column = Optional.ofNullable(row.getString(1));
          String collation = row.getString(2);
          whole =
              column.isPresent()
                  && collation.equalsIgnoreCase(collations.getOrDefault(column.get(), BINARY));
          if (whole) {
            terms.add(new IndexTerm(Identifier.of(column.get()), row.getBoolean(3)));
          }
        }
      }
    }
    return new TableIndex(name, terms, unique && whole);
  }
}
