package org.mview.catalog;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.QueryShape.Item;
import org.mview.catalog.QueryShape.JoinedPair;
import org.mview.catalog.QueryShape.Source;
import org.mview.database.Database;
import org.mview.sql.Identifier;

/** The rows of the registry that tell of the queries of views, for the dictionary alone. */
public final class QueryRows {
  private final Database database;
  private final Registry registry;

  QueryRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  /** Enters what the query of a view is. */
  public void add(View view, QueryShape shape) throws SQLException {
    for (int i = 0; i < shape.items().size(); i++) {
      add(view, i, shape.items().get(i));
    }
    for (int i = 0; i < shape.joins().size(); i++) {
      add(view, i, shape.joins().get(i));
    }
  }

  private void add(View view, int position, Item item) throws SQLException {
    if (item instanceof Item.Plain plain) {
      database.run(
          """
          INSERT INTO "mview$item" (view_id, position, owner, relation, source) \
          VALUES (?, ?, ?, ?, ?)""",
          view.id(),
          position,
          plain.source().map(QueryRows::owner).orElse(null),
          plain.source().map(QueryRows::relation).orElse(null),
          plain.source().map(source -> source.column().text()).orElse(null));
    } else if (item instanceof Item.Aggregated aggregated) {
      database.run(
          """
          INSERT INTO "mview$item" (view_id, position, function_name, differing, measure) \
          VALUES (?, ?, ?, ?, ?)""",
          view.id(),
          position,
          aggregated.function(),
          aggregated.distinct(),
          aggregated.measure());
    }
  }

  private void add(View view, int position, JoinedPair pair) throws SQLException {
    database.run(
        """
        INSERT INTO "mview$join" (view_id, position, left_owner, left_relation, left_column, \
        right_owner, right_relation, right_column, is_outer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        view.id(),
        position,
        owner(pair.left()),
        relation(pair.left()),
        pair.left().column().text(),
        owner(pair.right()),
        relation(pair.right()),
        pair.right().column().text(),
        pair.outer());
  }

  private static String owner(Source source) {
    Optional<Identifier> schema = source.relation().schema();
    return schema.map(Identifier::text).orElse("");
  }

  private static String relation(Source source) {
    return source.relation().name().text();
  }

  /** Enters whether the constraints of its masters may be trusted to hold. */
  public void trusts(View view, boolean trusts) throws SQLException {
    registry.learnQueries();
    database.run("DELETE FROM \"mview$trust\" WHERE view_id = ?", view.id());
    if (trusts) {
      database.run("INSERT INTO \"mview$trust\" (view_id) VALUES (?)", view.id());
    }
  }

  /** The ids of the views that are computed when a query asks for it. */
  Set<Long> onQuery() throws SQLException {
    return registry.knowsOnQuery()
        ? Set.copyOf(
            database.read(
                "SELECT view_id FROM \"%s\"".formatted(RegistryTables.ON_QUERY),
                row -> row.getLong(1)))
        : Set.of();
  }

  /** Enters whether a view is computed when a query asks for it. */
  public void onQuery(View view, boolean on) throws SQLException {
    registry.learnQueries();
    database.run(
        "DELETE FROM \"%s\" WHERE view_id = ?".formatted(RegistryTables.ON_QUERY), view.id());
    if (on) {
      database.run(
          "INSERT INTO \"%s\" (view_id) VALUES (?)".formatted(RegistryTables.ON_QUERY), view.id());
    }
    registry.changed();
  }

  /** A view goes; so does what is known of its query. */
  void remove(View view) throws SQLException {
    if (registry.knowsOnQuery()) {
      database.run(
          "DELETE FROM \"%s\" WHERE view_id = ?".formatted(RegistryTables.ON_QUERY), view.id());
    }
    if (registry.knowsQueries()) {
      for (String table : List.of("mview$item", "mview$join", "mview$trust")) {
        database.run("DELETE FROM \"%s\" WHERE view_id = ?".formatted(table), view.id());
      }
    }
  }
}
