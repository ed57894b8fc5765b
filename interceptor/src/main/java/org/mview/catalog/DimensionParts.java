package org.mview.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mview.database.Database;
import org.mview.dimension.Dimension;
import org.mview.dimension.Dimension.Attribute;
import org.mview.dimension.Dimension.Hierarchy;
import org.mview.dimension.Dimension.JoinKey;
import org.mview.dimension.Dimension.Level;
import org.mview.dimension.Dimension.Source;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** Reads the levels, hierarchies and attributes of one dimension. */
final class DimensionParts {
  /** The kinds of parts that have columns. */
  static final String LEVEL = "LEVEL";

  static final String JOIN = "JOIN";

  static final String ATTRIBUTE = "ATTRIBUTE";

  private final Database database;
  private final Dimension dimension;

  DimensionParts(Database database, Dimension dimension) {
    this.database = database;
    this.dimension = dimension;
  }

  /** The dimension with what the registry knows of it. */
  Dimension read() throws SQLException {
    Map<String, List<Source>> columns = columns();
    List<Level> levels =
        parts(
            "position, name, skipped",
            "level",
            row -> new Level(name(row, 2), columns.get(LEVEL + row.getInt(1)), row.getBoolean(3)));
    List<Attribute> attributes =
        parts(
            "position, name, level_name",
            "attribute",
            row ->
                new Attribute(name(row, 2), name(row, 3), columns.get(ATTRIBUTE + row.getInt(1))));
    return dimension.with(levels, hierarchies(columns), attributes);
  }

  private List<Hierarchy> hierarchies(Map<String, List<Source>> columns) throws SQLException {
    Map<Integer, List<Identifier>> levels = new HashMap<>();
    parts("hierarchy, name", "step", row -> at(levels, row.getInt(1)).add(name(row, 2)));
    Map<Integer, List<JoinKey>> joins = new HashMap<>();
    parts(
        "hierarchy, name, position",
        "join",
        row ->
            at(joins, row.getInt(1))
                .add(new JoinKey(columns.get(JOIN + row.getInt(3)), name(row, 2))));
    return parts(
        "position, name",
        "hierarchy",
        row -> new Hierarchy(name(row, 2), at(levels, row.getInt(1)), at(joins, row.getInt(1))));
  }

  /** The columns of each part, by its kind and number. */
  private Map<String, List<Source>> columns() throws SQLException {
    Map<String, List<Source>> columns = new HashMap<>();
    parts(
        "kind, part, schema_name, table_name, name",
        "column",
        row ->
            at(columns, row.getString(1) + row.getInt(2))
                .add(
                    new Source(
                        QualifiedName.of(row.getString(3), row.getString(4)), name(row, 5))));
    return columns;
  }

  private static <K, V> List<V> at(Map<K, List<V>> lists, K key) {
    return lists.computeIfAbsent(key, k -> new ArrayList<>());
  }

  private static Identifier name(ResultSet row, int column) throws SQLException {
    return Identifier.of(row.getString(column));
  }

  private <T> List<T> parts(String columns, String part, org.mview.database.RowReader<T> reader)
      throws SQLException {
    return database.read(
        "SELECT %s FROM \"mview$dimension_%s\" WHERE dimension_id = ? ORDER BY position"
            .formatted(columns, part),
        reader,
        dimension.id());
  }
}
