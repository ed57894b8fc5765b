package org.mview.dialect.h2;

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
final class H2Indexes {
  private static final String INDEXES =
      """
      SELECT i.INDEX_NAME, c.IS_UNIQUE, c.COLUMN_NAME, c.ORDERING_SPECIFICATION = 'DESC' \
      FROM INFORMATION_SCHEMA.INDEXES AS i JOIN INFORMATION_SCHEMA.INDEX_COLUMNS AS c \
      ON c.INDEX_SCHEMA = i.INDEX_SCHEMA AND c.INDEX_NAME = i.INDEX_NAME \
      WHERE i.TABLE_SCHEMA = COALESCE(?, CURRENT_SCHEMA) AND i.TABLE_NAME = ? \
      AND i.INDEX_TYPE_NAME IN ('PRIMARY KEY', 'UNIQUE INDEX', 'INDEX') \
      ORDER BY i.INDEX_NAME, c.ORDINAL_POSITION""";

  private H2Indexes() {}

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
