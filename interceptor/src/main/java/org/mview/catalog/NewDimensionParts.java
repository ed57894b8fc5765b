package org.mview.catalog;

import static org.mview.catalog.DimensionParts.ATTRIBUTE;
import static org.mview.catalog.DimensionParts.JOIN;
import static org.mview.catalog.DimensionParts.LEVEL;

import java.sql.SQLException;
import java.util.List;
import org.mview.database.Database;
import org.mview.dimension.Dimension;
import org.mview.dimension.Dimension.Attribute;
import org.mview.dimension.Dimension.Hierarchy;
import org.mview.dimension.Dimension.JoinKey;
import org.mview.dimension.Dimension.Level;
import org.mview.dimension.Dimension.Source;

/** Enters the levels, hierarchies and attributes of one dimension, of which nothing is there. */
final class NewDimensionParts {
  private final Database database;
  private final Dimension dimension;

  /** How many join keys are entered: they are numbered through. */
  private int joins;

  NewDimensionParts(Database database, Dimension dimension) {
    this.database = database;
    this.dimension = dimension;
  }

  void insert() throws SQLException {
    for (int i = 0; i < dimension.levels().size(); i++) {
      Level level = dimension.levels().get(i);
      add("level", "position, name, skipped", i, level.name().text(), level.skipWhenNull());
      add(LEVEL, i, level.columns());
    }
    for (int i = 0; i < dimension.hierarchies().size(); i++) {
      add(i, dimension.hierarchies().get(i));
    }
    for (int i = 0; i < dimension.attributes().size(); i++) {
      Attribute attribute = dimension.attributes().get(i);
      add(
          "attribute",
          "position, name, level_name",
          i,
          attribute.name().text(),
          attribute.level().text());
      add(ATTRIBUTE, i, attribute.columns());
    }
  }

  private void add(int number, Hierarchy hierarchy) throws SQLException {
    add("hierarchy", "position, name", number, hierarchy.name().text());
    for (int i = 0; i < hierarchy.levels().size(); i++) {
      add("step", "hierarchy, position, name", number, i, hierarchy.levels().get(i).text());
    }
    for (JoinKey key : hierarchy.joinKeys()) {
      add("join", "position, hierarchy, name", joins, number, key.parent().text());
      add(JOIN, joins, key.columns());
      joins++;
    }
  }

  private void add(String kind, int part, List<Source> columns) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      Source column = columns.get(i);
      add(
          "column",
          "kind, part, position, schema_name, table_name, name",
          kind,
          part,
          i,
          DimensionRows.schema(column.table()),
          column.table().name().text(),
          column.column().text());
    }
  }

  private void add(String part, String columns, Object... values) throws SQLException {
    Object[] all = new Object[values.length + 1];
    all[0] = dimension.id();
    System.arraycopy(values, 0, all, 1, values.length);
    database.run(
        "INSERT INTO \"mview$dimension_%s\" (dimension_id, %s) VALUES (?%s)"
            .formatted(part, columns, ", ?".repeat(values.length)),
        all);
  }
}
