package org.mview.dialect.postgres;

import static org.mview.dialect.postgres.PostgresNames.NAMES;

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

/** Reads the indexes of one table of PostgreSQL. */
final class PostgresIndexes {
  /**
   * Of indexes in which rows are found by equality and read in an order. A column counts if the
   * index compares as the column does, and puts NULL where ORDER BY does.
   */
  private static final String INDEXES =
      """
      SELECT i.relname, x.indisunique AND x.indnkeyatts = COUNT(*) OVER (PARTITION BY i.oid), \
      a.attname, x.indoption[k.place - 1] & 1 = 1 FROM pg_catalog.pg_index x \
      JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid \
      JOIN pg_catalog.pg_am m ON m.oid = i.relam AND m.amname = 'btree' \
      CROSS JOIN LATERAL generate_series(1, x.indnkeyatts) AS k (place) \
      JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[k.place - 1] \
      WHERE x.indrelid = to_regclass(?) AND x.indisvalid AND x.indpred IS NULL \
      AND NOT EXISTS (SELECT FROM generate_series(1, k.place) AS b (place) \
      LEFT JOIN pg_catalog.pg_attribute c ON c.attrelid = x.indrelid AND c.attnum = x.indkey[b.place - 1] \
      WHERE c.attnum IS NULL OR x.indcollation[b.place - 1] <> c.attcollation \
      OR x.indoption[b.place - 1] NOT IN (0, 3)) \
      ORDER BY i.oid, k.place""";

  private PostgresIndexes() {}

  static List<TableIndex> of(Connection connection, QualifiedName table) throws SQLException {
    Map<String, TableIndex> indexes = new LinkedHashMap<>();
    try (PreparedStatement read = connection.prepareStatement(INDEXES)) {
      read.setString(1, NAMES.quoted(table));
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          IndexTerm term = new IndexTerm(Identifier.of(row.getString(3)), row.getBoolean(4));
          TableIndex index = new TableIndex(row.getString(1), List.of(term), row.getBoolean(2));
          indexes.merge(index.name(), index, PostgresIndexes::joined);
        }
      }
    }
    return List.copyOf(indexes.values());
  }

  private static TableIndex joined(TableIndex first, TableIndex second) {
    List<IndexTerm> terms = new ArrayList<>(first.terms());
    terms.addAll(second.terms());
    return new TableIndex(first.name(), terms, first.unique());
  }
}
