package org.mview.dialect.hsqldb;

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

/** Reads the indexes of one table. */
final class HsqldbIndexes {
  private static final String INDEXES =
      """
      SELECT i.INDEX_NAME, NOT i.NON_UNIQUE, i.COLUMN_NAME, COALESCE(i.ASC_OR_DESC, 'A') = 'D' \
      FROM INFORMATION_SCHEMA.SYSTEM_INDEXINFO AS i \
      WHERE i.TABLE_SCHEM = COALESCE(CAST(? AS VARCHAR(128)), CURRENT_SCHEMA) AND i.TABLE_NAME = ? \
      AND i.COLUMN_NAME IS NOT NULL \
      ORDER BY i.INDEX_NAME, i.ORDINAL_POSITION""";

  private HsqldbIndexes() {}

  static List<TableIndex> of(Connection connection, QualifiedName table) throws SQLException {
    Map<String, TableIndex> indexes = new LinkedHashMap<>();
    try (PreparedStatement read = connection.prepareStatement(INDEXES)) {
      read.setString(1, table.schema().map(Object::toString).orElse(null));
      read.setString(2, table.name().text());
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          TableIndex known =
              indexes.getOrDefault(name, new TableIndex(name, List.of(), row.getBoolean(2)));
          List<IndexTerm> terms = new ArrayList<>(known.terms());
          terms.add(new IndexTerm(Identifier.of(row.getString(3)), row.getBoolean(4)));
          indexes.put(name, new TableIndex(name, terms, known.unique()));
        }
      }
    }
    return List.copyOf(indexes.values());
  }
}
