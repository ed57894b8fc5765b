package org.mview.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.View.Properties;
import org.mview.database.Database;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** The rows of the registry that make a view. */
final class ViewRows {
  private static final String READ =
      """
      SELECT id, schema_name, name, query, container, visible, method, mode, build, identity, \
      rewrite, without_index, updatable, populated, knowledge, additive, inner_of, unstable, \
      by_triggers FROM "mview$view" AS v \
      WHERE inner_of IS NULL OR EXISTS (SELECT 1 FROM "mview$view" AS o WHERE o.id = v.inner_of) \
      ORDER BY id""";

  private final Database database;

  ViewRows(Database database) {
    this.database = database;
  }

  /**
   * Reads them.
   *
   * @param onQuery the ids of those that are computed when a query asks for it
   */
  List<View> read(Set<Long> onQuery) throws SQLException {
    Map<Long, List<Identifier>> columns =
        grouped(
            "SELECT view_id, name FROM \"mview$column\" ORDER BY view_id, position",
            row -> Identifier.of(row.getString(2)));
    Map<Long, List<Constraint>> constraints =
        grouped(
            "SELECT view_id, name, definition FROM \"mview$constraint\" ORDER BY view_id, name",
            row -> new Constraint(Identifier.of(row.getString(2)), row.getString(3)));
    Map<Long, List<MasterReference>> masters =
        grouped(
            """
            SELECT view_id, schema_name, name, kind, definition FROM "mview$master" \
            ORDER BY view_id, position""",
            row ->
                new MasterReference(
                    QualifiedName.of(row.getString(2), row.getString(3)),
                    MasterReference.Kind.valueOf(row.getString(4)),
                    row.getString(5)));
    return database.read(READ, row -> view(row, columns, masters, constraints, onQuery));
  }

  private static View view(
      ResultSet row,
      Map<Long, List<Identifier>> columns,
      Map<Long, List<MasterReference>> masters,
      Map<Long, List<Constraint>> constraints,
      Set<Long> onQuery)
      throws SQLException {
    long id = row.getLong(1);
    String schema = row.getString(2);
    Container container =
        new Container(
            QualifiedName.of(schema, row.getString(5)),
            columns.getOrDefault(id, List.of()),
            row.getInt(6));
    Properties properties =
        new Properties(
            RefreshMethod.valueOf(row.getString(7)),
            RefreshMode.valueOf(row.getString(8)),
            BuildMode.valueOf(row.getString(9)),
            RowIdentity.valueOf(row.getString(10)),
            row.getBoolean(11),
            row.getBoolean(12),
            row.getBoolean(13),
            row.getBoolean(16),
            row.getBoolean(19),
            row.getString(18),
            onQuery.contains(id));
    State state = new State(row.getBoolean(14), State.Knowledge.valueOf(row.getString(15)));
    return new View(
        id,
        QualifiedName.of(schema, row.getString(3)),
        row.getString(4),
        container,
        properties,
        state,
        masters.getOrDefault(id, List.of()),
        constraints.getOrDefault(id, List.of()),
        Optional.of(row.getLong(17)).filter(of -> of != 0));
  }

  private <T> Map<Long, List<T>> grouped(String query, org.mview.database.RowReader<T> reader)
      throws SQLException {
    Map<Long, List<T>> groups = new HashMap<>();
    database.read(
        query,
        row ->
            groups.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(reader.read(row)));
    return groups;
  }

  void insert(View view, boolean fast) throws SQLException {
    Properties properties = view.properties();
    database.run(
        """
        INSERT INTO "mview$view" (id, schema_name, name, query, container, visible, method, mode, \
        build, identity, rewrite, without_index, updatable, additive, by_triggers, unstable, \
        populated, knowledge, fast, last_type, inner_of) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NA', ?)""",
        view.id(),
        schema(view.name()),
        view.name().name().text(),
        view.query(),
        view.container().table().name().text(),
        view.container().visible(),
        properties.method().name(),
        properties.mode().name(),
        properties.build().name(),
        properties.identity().name(),
        properties.rewrite(),
        properties.withoutIndex(),
        properties.updatable(),
        properties.additive(),
        properties.byTriggers(),
        properties.unstable(),
        view.state().populated(),
        view.state().knowledge().name(),
        fast ? "DML" : "NO",
        view.innerOf().orElse(null));
    List<Identifier> columns = view.container().columns();
    for (int i = 0; i < columns.size(); i++) {
      database.run(
          "INSERT INTO \"mview$column\" (view_id, position, name) VALUES (?, ?, ?)",
          view.id(),
          i,
          columns.get(i).text());
    }
    insertMasters(view);
    insertConstraints(view);
  }

  private void insertMasters(View view) throws SQLException {
    for (int i = 0; i < view.masters().size(); i++) {
      MasterReference master = view.masters().get(i);
      database.run(
          """
          INSERT INTO "mview$master" (view_id, position, schema_name, name, kind, definition) \
          VALUES (?, ?, ?, ?, ?, ?)""",
          view.id(),
          i,
          schema(master.name()),
          master.name().name().text(),
          master.kind().name(),
          master.definition());
    }
  }

  private void insertConstraints(View view) throws SQLException {
    for (Constraint constraint : view.constraints()) {
      database.run(
          "INSERT INTO \"mview$constraint\" (view_id, name, definition) VALUES (?, ?, ?)",
          view.id(),
          constraint.name().text(),
          constraint.definition());
    }
  }

  void update(View view) throws SQLException {
    Properties properties = view.properties();
    database.run(
        """
        UPDATE "mview$view" SET method = ?, mode = ?, identity = ?, rewrite = ?, by_triggers = ?, \
        populated = ?, knowledge = ? WHERE id = ?""",
        properties.method().name(),
        properties.mode().name(),
        properties.identity().name(),
        properties.rewrite(),
        properties.byTriggers(),
        view.state().populated(),
        view.state().knowledge().name(),
        view.id());
    deleteParts(view, "master", "constraint");
    insertMasters(view);
    insertConstraints(view);
  }

  void delete(View view) throws SQLException {
    database.run("DELETE FROM \"mview$view\" WHERE id = ?", view.id());
    deleteParts(view, "column", "master", "constraint");
  }

  private void deleteParts(View view, String... parts) throws SQLException {
    for (String part : parts) {
      database.run("DELETE FROM \"mview$%s\" WHERE view_id = ?".formatted(part), view.id());
    }
  }

  private static String schema(QualifiedName name) {
    return name.schema().map(Identifier::text).orElse("");
  }
}
