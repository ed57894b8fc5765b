package org.mview.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mview.database.Database;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** Which indexes were made for views, and for which. */
public final class IndexRows {
  private static final String ALL = "SELECT id, schema_name, master FROM \"mview$index\" AS i ";

  private final Database database;
  private final Registry registry;

  /** Whether the registry has been found to know of indexes, which it does not forget. */
  private boolean known;

  IndexRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  /** All of them. */
  public List<IndexEntry> all() throws SQLException {
    return read("ORDER BY id");
  }

  /** Those that a view wants. */
  public List<IndexEntry> of(View view) throws SQLException {
    return read(
        """
        WHERE EXISTS (SELECT 1 FROM "mview$index_reader" AS r WHERE r.index_id = i.id \
        AND r.view_id = ?) ORDER BY id""",
        view.id());
  }

  /** Those that no view wants any more. */
  public List<IndexEntry> unwanted() throws SQLException {
    return read(
        """
        WHERE NOT EXISTS (SELECT 1 FROM "mview$index_reader" AS r WHERE r.index_id = i.id) \
        ORDER BY id""");
  }

  private List<IndexEntry> read(String which, @Nullable Object... parameters) throws SQLException {
    return isKnown() ? database.read(ALL + which, IndexRows::entry, parameters) : List.of();
  }

  private boolean isKnown() throws SQLException {
    known = known || registry.knows(RegistryTables.WITH_INDEXES);
    return known;
  }

  private static IndexEntry entry(ResultSet row) throws SQLException {
    return new IndexEntry(row.getLong(1), QualifiedName.of(row.getString(2), row.getString(3)));
  }

  /** The ids of the views that want an index. */
  public List<Long> readers(IndexEntry index) throws SQLException {
    return database.read(
        "SELECT view_id FROM \"mview$index_reader\" WHERE index_id = ? ORDER BY view_id",
        row -> row.getLong(1),
        index.id());
  }

  /** Enters an index that is about to be made. */
  public IndexEntry add(QualifiedName table) throws SQLException {
    registry.learn();
    IndexEntry index = new IndexEntry(registry.newId(), table);
    database.run(
        "INSERT INTO \"mview$index\" (id, schema_name, master) VALUES (?, ?, ?)",
        index.id(),
        table.schema().map(Identifier::text).orElse(""),
        table.name().text());
    return index;
  }

  /** Enters that a view wants these indexes, and no others. */
  public void want(View view, List<IndexEntry> indexes) throws SQLException {
    if (isKnown()) {
      database.run("DELETE FROM \"mview$index_reader\" WHERE view_id = ?", view.id());
      for (IndexEntry index : indexes) {
        database.run(
            "INSERT INTO \"mview$index_reader\" (index_id, view_id) VALUES (?, ?)",
            index.id(),
            view.id());
      }
    }
  }

  /** Takes an index out. */
  public void remove(IndexEntry index) throws SQLException {
    database.run("DELETE FROM \"mview$index_reader\" WHERE index_id = ?", index.id());
    database.run("DELETE FROM \"mview$index\" WHERE id = ?", index.id());
  }
}
