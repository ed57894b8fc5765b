package org.mview.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mview.database.Database;
import org.mview.dimension.Dimension;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** The dimensions of the registry. */
public final class DimensionRows {
  private final Database database;
  private final Registry registry;

  DimensionRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  /** All of them. */
  public List<Dimension> all() throws SQLException {
    if (!registry.knows(Supplement.DIMENSIONS)) {
      return List.of();
    }
    List<Dimension> all = new ArrayList<>();
    for (Dimension named :
        database.read(
            "SELECT id, schema_name, name FROM \"mview$dimension\" ORDER BY id",
            row ->
                new Dimension(
                    row.getLong(1),
                    QualifiedName.of(row.getString(2), row.getString(3)),
                    List.of(),
                    List.of(),
                    List.of()))) {
      all.add(new DimensionParts(database, named).read());
    }
    return all;
  }

  /** A number for a dimension that is to be added; the registry is made for it. */
  public long newId() throws SQLException {
    registry.learn(Supplement.DIMENSIONS);
    return registry.newId();
  }

  /**
   * Enters a dimension.
   *
   * @param definitions of its tables, as they are now
   */
  public void add(Dimension dimension, Map<QualifiedName, String> definitions) throws SQLException {
    database.run(
        "INSERT INTO \"mview$dimension\" (id, schema_name, name) VALUES (?, ?, ?)",
        dimension.id(),
        schema(dimension.name()),
        dimension.name().name().text());
    insertParts(dimension, definitions);
  }

  /**
   * Enters what has become of a dimension.
   *
   * @param definitions of those of its tables that have been looked at
   */
  public void update(Dimension dimension, Map<QualifiedName, String> definitions)
      throws SQLException {
    Map<QualifiedName, String> all = definitions(dimension);
    all.putAll(definitions);
    deleteParts(dimension);
    insertParts(dimension, all);
  }

  /** The tables of a dimension as they were when they were last looked at. */
  private Map<QualifiedName, String> definitions(Dimension dimension) throws SQLException {
    Map<QualifiedName, String> definitions = new LinkedHashMap<>();
    database.read(
        """
        SELECT schema_name, name, definition FROM "mview$dimension_table" \
        WHERE dimension_id = ? ORDER BY position""",
        row ->
            definitions.put(QualifiedName.of(row.getString(1), row.getString(2)), row.getString(3)),
        dimension.id());
    return definitions;
  }

  /** Enters that a dimension cannot be compiled, or that it can again when the text is empty. */
  public void compiled(Dimension dimension, String error) throws SQLException {
    database.run(
        "UPDATE \"mview$dimension\" SET compile_error = ? WHERE id = ?",
        error.isEmpty() ? null : error,
        dimension.id());
  }

  /** Takes a dimension out. */
  public void remove(Dimension dimension) throws SQLException {
    database.run("DELETE FROM \"mview$dimension\" WHERE id = ?", dimension.id());
    deleteParts(dimension);
  }

  private void deleteParts(Dimension dimension) throws SQLException {
    for (String part : DimensionTables.PARTS) {
      database.run(
          "DELETE FROM \"mview$dimension_%s\" WHERE dimension_id = ?".formatted(part),
          dimension.id());
    }
  }

  private void insertParts(Dimension dimension, Map<QualifiedName, String> definitions)
      throws SQLException {
    new NewDimensionParts(database, dimension).insert();
    List<QualifiedName> tables = dimension.tables();
    for (int i = 0; i < tables.size(); i++) {
      database.run(
          """
          INSERT INTO "mview$dimension_table" (dimension_id, position, schema_name, name, \
          definition) VALUES (?, ?, ?, ?, ?)""",
          dimension.id(),
          i,
          schema(tables.get(i)),
          tables.get(i).name().text(),
          definitions.getOrDefault(tables.get(i), ""));
    }
  }

  static String schema(QualifiedName name) {
    return name.schema().map(Identifier::text).orElse("");
  }
}
