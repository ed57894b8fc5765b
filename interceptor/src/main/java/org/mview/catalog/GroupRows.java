package org.mview.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.database.Database;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** The refresh groups of the registry, and which view is in which. */
public final class GroupRows {
  private static final String ALL =
      """
      SELECT g.id, g.schema_name, g.name, g.implicit_destroy, g.push_deferred, g.after_errors, \
      g.purge_option, g.parallelism, g.heap_size FROM "mview$group" AS g\
      """;

  private final Database database;
  private final Registry registry;

  /** Whether the registry has been found to know of groups, which it does not forget. */
  private boolean known;

  GroupRows(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  private boolean isKnown() throws SQLException {
    known = known || registry.knows(RegistryTables.WITH_JOBS);
    return known;
  }

  /** All of them. */
  public List<RefreshGroup> all() throws SQLException {
    return read("ORDER BY g.id");
  }

  /** The group that a view is in. */
  public Optional<RefreshGroup> of(View view) throws SQLException {
    return read(
            """
            WHERE EXISTS (SELECT 1 FROM "mview$member" AS m WHERE m.group_id = g.id \
            AND m.view_id = ?)""",
            view.id())
        .stream()
        .findFirst();
  }

  private List<RefreshGroup> read(String which, @Nullable Object... parameters)
      throws SQLException {
    return isKnown() ? database.read(ALL + " " + which, GroupRows::group, parameters) : List.of();
  }

  private static RefreshGroup group(ResultSet row) throws SQLException {
    return new RefreshGroup(
        row.getLong(1),
        QualifiedName.of(row.getString(2), row.getString(3)),
        row.getBoolean(4),
        new RefreshGroup.Options(
            row.getBoolean(5), row.getBoolean(6), row.getInt(7), row.getInt(8), row.getInt(9)));
  }

  /** The ids of the views of a group. */
  public List<Long> members(RefreshGroup group) throws SQLException {
    return database.read(
        "SELECT view_id FROM \"mview$member\" WHERE group_id = ? ORDER BY view_id",
        row -> row.getLong(1),
        group.id());
  }

  /** Enters a group, still without views. */
  public void add(RefreshGroup group) throws SQLException {
    registry.createIfMissing();
    registry.learn();
    RefreshGroup.Options options = group.options();
    database.run(
        """
        INSERT INTO "mview$group" (id, schema_name, name, implicit_destroy, push_deferred, \
        after_errors, purge_option, parallelism, heap_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        group.id(),
        group.name().schema().map(Identifier::text).orElse(""),
        group.name().name().text(),
        group.implicitDestroy(),
        options.pushDeferred(),
        options.afterErrors(),
        options.purgeOption(),
        options.parallelism(),
        options.heapSize());
  }

  /** Enters what has changed of a group. */
  public void update(RefreshGroup group) throws SQLException {
    RefreshGroup.Options options = group.options();
    database.run(
        """
        UPDATE "mview$group" SET implicit_destroy = ?, push_deferred = ?, after_errors = ?, \
        purge_option = ?, parallelism = ?, heap_size = ? WHERE id = ?""",
        group.implicitDestroy(),
        options.pushDeferred(),
        options.afterErrors(),
        options.purgeOption(),
        options.parallelism(),
        options.heapSize(),
        group.id());
  }

  /** Takes a group out; its views stay, in no group. */
  public void remove(RefreshGroup group) throws SQLException {
    database.run("DELETE FROM \"mview$member\" WHERE group_id = ?", group.id());
    database.run("DELETE FROM \"mview$group\" WHERE id = ?", group.id());
  }

  /** Enters a view that is in no group. */
  public void add(RefreshGroup group, View view) throws SQLException {
    database.run(
        "INSERT INTO \"mview$member\" (view_id, group_id) VALUES (?, ?)", view.id(), group.id());
  }

  /** Takes a view out of its group. */
  public void remove(View view) throws SQLException {
    if (isKnown()) {
      database.run("DELETE FROM \"mview$member\" WHERE view_id = ?", view.id());
    }
  }
}
