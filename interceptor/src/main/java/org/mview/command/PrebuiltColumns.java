package org.mview.command;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.database.Database;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** What JDBC tells of the columns of a table. */
final class PrebuiltColumns {
  private final Database database;

  PrebuiltColumns(Database database) {
    this.database = database;
  }

  /** The columns that may not be NULL and get no value when none is given. */
  List<Identifier> withoutValue(QualifiedName table) throws SQLException {
    DatabaseMetaData metaData = database.connection().getMetaData();
    List<Identifier> found = new ArrayList<>();
    try (ResultSet columns = metaData.getColumns(null, null, pattern(table, metaData), null)) {
      while (columns.next()) {
        if (isOf(columns, table) && needsValue(columns)) {
          found.add(Identifier.of(columns.getString("COLUMN_NAME")));
        }
      }
    }
    return found;
  }

  /** A name in which nothing stands for other characters. */
  private static String pattern(QualifiedName table, DatabaseMetaData metaData)
      throws SQLException {
    String escape = metaData.getSearchStringEscape();
    return table.name().text().replaceAll("([_%])", escape.replace("\\", "\\\\") + "$1");
  }

  private boolean isOf(ResultSet columns, QualifiedName table) throws SQLException {
    String schema = columns.getString("TABLE_SCHEM");
    String place = schema == null ? columns.getString("TABLE_CAT") : schema;
    return columns.getString("TABLE_NAME").equals(table.name().text())
        && (place == null || place.equals(database.home()));
  }

  private static boolean needsValue(ResultSet columns) throws SQLException {
    return columns.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
        && columns.getString("COLUMN_DEF") == null
        && !"YES".equals(columns.getString("IS_AUTOINCREMENT"))
        && !"YES".equals(columns.getString("IS_GENERATEDCOLUMN"));
  }
}
