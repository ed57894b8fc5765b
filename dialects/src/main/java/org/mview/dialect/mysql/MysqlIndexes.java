package org.mview.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mview.dialect.TableIndex;
import org.mview.sql.Identifier;
import org.mview.sql.IndexTerm;
import org.mview.sql.QualifiedName;

/** Reads the indexes of one table of MySQL or MariaDB. */
final class MysqlIndexes {
  /** A prefix of a long column is enough to look it up, and nothing to read it in order by. */
  private static final String INDEXES =
      """
      SELECT INDEX_NAME, NON_UNIQUE = 0 AND SUB_PART IS NULL, COLUMN_NAME, \
      COALESCE(COLLATION, 'A') = 'D' FROM information_schema.statistics \
      WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ? AND INDEX_TYPE = 'BTREE' \
      ORDER BY INDEX_NAME, SEQ_IN_INDEX""";

  private MysqlIndexes() {}

  static List<TableIndex> of(Connection connection, QualifiedName table) throws SQLException {
    Map<String, TableIndex> indexes = new LinkedHashMap<>();
    List<String> ended = new ArrayList<>();
    try (PreparedStatement read = connection.prepareStatement(INDEXES)) {
      read.setString(1, table.schema().map(Object::toString).orElse(null));
      read.setString(2, table.name().text());
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          TableIndex known =
              indexes.getOrDefault(name, new TableIndex(name, List.of(), row.getBoolean(2)));
          if (row.getString(3) == null) {
            ended.add(name); // an expression
          }
          indexes.put(name, ended.contains(name) ? notUnique(known) : longer(known, row));
        }
      }
    }
    return List.copyOf(indexes.values());
  }

  private static TableIndex notUnique(TableIndex index) {
    return new TableIndex(index.name(), index.terms(), false);
  }

  private static TableIndex longer(TableIndex index, ResultSet row) throws SQLException {
    List<IndexTerm> terms = new ArrayList<>(index.terms());
    terms.add(new IndexTerm(Identifier.of(row.getString(3)), row.getBoolean(4)));
    return new TableIndex(index.name(), terms, index.unique() && row.getBoolean(2));
  }
}
