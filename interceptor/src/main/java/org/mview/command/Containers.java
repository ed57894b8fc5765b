package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mview.algebra.Table;
import org.mview.catalog.BuildMode;
import org.mview.catalog.Constraint;
import org.mview.catalog.Container;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;
import org.mview.sql.Column;
import org.mview.sql.Definition;
import org.mview.sql.Definition.ColumnDefinition;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Statement;
import org.mview.sql.Type;

/**
 * Makes and removes the tables that hold views.
 *
 * <p>Where columns are needed that the user must not see, and the database has no invisible ones,
 * the table has another name, and a plain view has the user's.
 */
final class Containers {
  private static final Identifier ALIAS = Identifier.of("c");

  private final Database database;

  Containers(Database database) {
    this.database = database;
  }

  /** The container of a view: under the view's name if all its columns may be seen. */
  Container plan(QualifiedName view, List<Identifier> visible, List<Column> hidden)
      throws SQLException {
    if (hidden.isEmpty()) {
      return new Container(view, visible, visible.size());
    }
    Set<String> taken = new HashSet<>();
    visible.forEach(name -> taken.add(name.text().toLowerCase(Locale.ROOT)));
    List<Identifier> columns = new ArrayList<>(visible);
    for (Column column : hidden) {
      columns.add(Identifier.of(unlike(column.name(), taken)));
    }
    QualifiedName table = new FreeNames(database).of("mview$c$" + view.name().text());
    return new Container(table, columns, visible.size());
  }

  private static String unlike(String name, Set<String> taken) {
    String free = name;
    while (!taken.add(free.toLowerCase(Locale.ROOT))) {
      free = "mview$" + free;
    }
    return free;
  }

  /**
   * Makes the table, and the plain view in front of it.
   *
   * @param organizedBy the columns by which the table is to be stored; empty: as the database does
   * @param rows the query of all that the table is to hold
   */
  void create(View view, List<Type> types, List<Identifier> organizedBy, Query rows)
      throws SQLException {
    Container container = view.container();
    database.define(
        table(
            container.table(), container.columns(), view.constraints(), types, organizedBy, rows));
    if (view.isBehindPlainView()) {
      createPlainView(view);
    }
  }

  private Definition table(
      QualifiedName table,
      List<Identifier> names,
      List<Constraint> constraints,
      List<Type> types,
      List<Identifier> organizedBy,
      Query rows) {
    List<ColumnDefinition> columns =
        IntStream.range(0, types.size())
            .mapToObj(i -> new ColumnDefinition(names.get(i), types.get(i)))
            .toList();
    List<String> rules =
        constraints.stream()
            .map(
                c ->
                    "CONSTRAINT %s %s"
                        .formatted(database.dialect().quoted(c.name().text()), c.definition()))
            .toList();
    return new Definition.CreateTable(table, columns, rules, organizedBy, rows);
  }

  /** Makes the plain view in front of a hidden table. */
  void createPlainView(View view) throws SQLException {
    List<Query.Item> items =
        view.container().visibleColumns().stream()
            .map(name -> new Query.Item(new Qualified(ALIAS, name), name))
            .toList();
    // Without its schema: the file may one day be read under another name.
    QualifiedName table = new QualifiedName(Optional.empty(), view.container().table().name());
    Query query =
        new Query.Select(
            items,
            List.of(new Query.From(new Query.TableSource(table), ALIAS, false)),
            List.of(),
            List.of(),
            List.of());
    database.define(new Definition.CreateView(view.name(), query));
  }

  /** Makes the index by which rows are found again. */
  void createIndex(View view, Kept kept) throws SQLException {
    if (view.properties().withoutIndex() || kept.identity().isEmpty()) {
      return;
    }
    List<Statement.Key> key = new ArrayList<>();
    for (Column column : kept.identity()) {
      Identifier name = view.container().name(column, kept.columns());
      key.add(new Statement.Key(name, keyType(name, column.type(), view)));
    }
    QualifiedName table = new QualifiedName(Optional.empty(), view.container().table().name());
    database.define(
        new Definition.CreateIndex(indexName(view), table, key, kept.unique(), Set.of()));
  }

  /** Where keys have a largest length, the type with which the table was made. */
  private Type keyType(Identifier column, Type known, View view) throws SQLException {
    return database.dialect().can(Capability.LIMITS_KEYS)
        ? database.table(view.container().table()).stream()
            .flatMap(table -> table.table().columns().stream())
            .filter(made -> made.name().equals(column))
            .map(Table.TableColumn::type)
            .findFirst()
            .orElse(known)
        : known;
  }

  QualifiedName indexName(View view) throws SQLException {
    String name = "I_SNAP$_" + view.name().name().text();
    return database.home(database.dialect().names().fits(name) ? name : "I_SNAP$_" + view.id());
  }

  /** Removes the table and all that belongs to it. */
  void drop(View view) throws SQLException {
    if (isOfUser(view)) {
      return;
    }
    if (view.isBehindPlainView()) {
      database.define(Definition.Drop.of(Definition.Kind.VIEW, view.name()));
    }
    database.define(Definition.Drop.of(Definition.Kind.TABLE, view.container().table()));
  }

  /** A prebuilt table was there before the view, and stays when it goes. */
  private static boolean isOfUser(View view) {
    return view.properties().build() == BuildMode.PREBUILT;
  }

  /** Leaves the rows, in a plain table of the view's name, with the view's columns alone. */
  void release(View view, List<Type> types) throws SQLException {
    if (isOfUser(view)) {
      return;
    }
    if (!database.dialect().can(Capability.INDEXES_WITHIN_TABLES)) {
      database.define(Definition.Drop.of(Definition.Kind.INDEX, indexName(view)));
    } else if (!view.isBehindPlainView()) {
      dropIndexes(view);
    }
    if (view.isBehindPlainView()) {
      release(view.name(), view.container(), view.constraints(), types);
    }
  }

  /**
   * Turns a hidden table, and the plain view in front of it, into a table of the view's name.
   *
   * @param hidden with at least the columns of the view
   */
  void release(QualifiedName view, Container hidden, List<Constraint> constraints, List<Type> types)
      throws SQLException {
    database.define(Definition.Drop.of(Definition.Kind.VIEW, view));
    List<Identifier> columns = hidden.visibleColumns();
    database.define(
        table(
            view,
            columns,
            constraints,
            types.subList(0, columns.size()),
            List.of(),
            all(hidden.table(), columns)));
    database.define(copy(hidden.table(), view, columns));
    database.define(Definition.Drop.of(Definition.Kind.TABLE, hidden.table()));
  }

  /** Adds a constraint to the table of a view, where the database can. */
  void add(View view, Constraint constraint) throws SQLException {
    database.define(
        "ALTER TABLE %s ADD CONSTRAINT %s %s"
            .formatted(
                database.name(view.container().table()),
                database.dialect().quoted(constraint.name().text()),
                constraint.definition()));
  }

  /** Takes a constraint off the table of a view, where the database can. */
  void remove(View view, Constraint constraint) throws SQLException {
    String name = database.dialect().quoted(constraint.name().text());
    database.define(
        "ALTER TABLE %s %s"
            .formatted(
                database.name(view.container().table()),
                database.dialect().tables().dropping(name, constraint.definition())));
  }

  /** Makes the table of a view anew, as its constraints now ask, with its rows and indexes. */
  void rebuild(View view, TableInfo before) throws SQLException {
    if (isOfUser(view)) {
      throw NOT_SUPPORTED.of(
          "a constraint on a view over a prebuilt table",
          "drop the view, which leaves the table, and make the table anew with it");
    }
    QualifiedName table = view.container().table();
    QualifiedName aside = database.stage("mview$rebuilt");
    Query rows = all(table, view.container().columns());
    List<String> others = database.dialect().tables().belongings(database.connection(), table);
    Definition dropAside = new Definition.Drop(Definition.Kind.TABLE, aside, Optional.empty());
    List<Identifier> columns = view.container().columns();
    List<Type> types = before.table().columns().stream().map(Table.TableColumn::type).toList();
    List<String> statements = new ArrayList<>();
    statements.add(database.text(dropAside));
    statements.add(database.text(new Definition.CreateStage(aside, columns, rows)));
    statements.add(copy(table, aside, columns));
    statements.add(database.text(Definition.Drop.of(Definition.Kind.TABLE, table)));
    statements.add(
        database.text(
            table(
                table,
                columns,
                view.constraints(),
                types,
                before.organizedBy(),
                all(aside, columns))));
    statements.add(copy(aside, table, columns));
    statements.addAll(others);
    statements.add(database.text(dropAside));
    database.define(statements); // at once: rows that violate a constraint leave the table as it is
  }

  private String copy(QualifiedName from, QualifiedName to, List<Identifier> columns) {
    return database.text(new Statement.Insert(to, columns, all(from, columns), Optional.empty()));
  }

  private static Query all(QualifiedName from, List<Identifier> columns) {
    return new Query.Select(
        columns.stream().map(name -> new Query.Item(new Qualified(ALIAS, name), name)).toList(),
        List.of(new Query.From(new Query.TableSource(from), ALIAS, false)),
        List.of(),
        List.of(),
        List.of());
  }

  /** Where an index is part of its table, it may not be there under this name. */
  private void dropIndexes(View view) throws SQLException {
    String found =
        """
        SELECT DISTINCT INDEX_NAME FROM information_schema.statistics \
        WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = ?""";
    for (String index :
        database.read(
            found,
            row -> row.getString(1),
            database.home(),
            view.container().table().name().text(),
            indexName(view).name().text())) {
      database.define(
          "ALTER TABLE %s DROP INDEX %s"
              .formatted(
                  database.name(view.container().table()), database.dialect().quoted(index)));
    }
  }
}
