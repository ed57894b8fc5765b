package org.mview.command;

import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.catalog.Catalog;
import org.mview.catalog.MasterReference;
import org.mview.catalog.MasterReference.Kind;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.MentionedTables;
import org.mview.statement.query.DefiningQuery;
import org.mview.statement.query.Language;
import org.mview.statement.query.Master;
import org.mview.statement.query.Understanding;

/** Reads the query of a view, and finds what it reads. */
final class QueryReader {
  private final Database database;
  private final Catalog catalog;

  /** Reads queries on a database, of whose views the catalog knows. */
  QueryReader(Database database, Catalog catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /**
   * A query, and what it reads.
   *
   * @param masters each once, in the order of the query
   */
  record Read(Understanding understanding, List<MasterReference> masters) {}

  /** Reads a query: as algebra, if it can be. */
  Read read(String query) throws SQLException {
    Map<QualifiedName, MasterReference> masters = new LinkedHashMap<>();
    Understanding understanding =
        DefiningQuery.of(
            query,
            Language.of(database.dialect()),
            name -> master(name, masters),
            (name, arguments) ->
                database.dialect().functions().kind(database.connection(), name, arguments));
    if (understanding instanceof Understanding.Unclear) {
      mentioned(query, masters);
    }
    return new Read(understanding, List.copyOf(masters.values()));
  }

  /**
   * Why a query that was understood may give other rows in another session; empty if it may not.
   */
  String unstable(String query, Read read) throws SQLException {
    return read.understanding() instanceof Understanding.Clear
        ? database.dialect().functions().unstable(database.connection(), query).orElse("")
        : "";
  }

  private Master master(QualifiedName name, Map<QualifiedName, MasterReference> masters)
      throws SQLException {
    Optional<View> view = catalog.view(name);
    if (view.isPresent()) {
      masters.put(view.get().name(), reference(view.get()));
      return new Master.Rows(visible(view.get()));
    }
    TableInfo table = database.table(name).orElseThrow(() -> TABLE_MISSING.of(name));
    MasterReference reference = reference(table);
    masters.put(table.name(), reference);
    return switch (table.kind()) {
      case TABLE -> new Master.Rows(table.table());
      case PARTITIONED -> parted(table);
      case VIEW -> new Master.Expanded(table.viewQuery().orElse(""));
      case TEMPORARY -> new Master.Closed("table %s is temporary".formatted(name));
      case ATTACHED ->
          new Master.Closed(
              "table %s is outside of %s: its changes cannot be seen"
                  .formatted(name, database.home()));
      case CASCADED ->
          new Master.Closed(
              "rows of table %s are changed by a foreign key of its own, which fires no triggers"
                  .formatted(name));
      case MISREPORTED ->
          new Master.Closed(
              "triggers of table %s hear of rows that UPDATE IGNORE leaves as they were: give it a primary key"
                  .formatted(name));
      case VIRTUAL ->
          new Master.Closed("no trigger can see all changes of table %s".formatted(name));
    };
  }

  private Master parted(TableInfo table) throws SQLException {
    Optional<String> obstacle =
        catalog.log(table.name()).isPresent()
            ? Optional.empty()
            : new PartedTable(table, database).obstacle();
    return obstacle.isEmpty()
        ? new Master.Rows(table.table())
        : new Master.Closed("of table %s: %s".formatted(table.name(), obstacle.get()));
  }

  static MasterReference reference(View view) {
    return new MasterReference(view.name(), Kind.MATERIALIZED_VIEW, "");
  }

  private static MasterReference reference(TableInfo table) {
    Kind kind =
        switch (table.kind()) {
          case TABLE, MISREPORTED -> Kind.TABLE;
          case PARTITIONED -> Kind.PARTITIONED;
          case VIEW -> Kind.VIEW;
          case TEMPORARY, ATTACHED, CASCADED, VIRTUAL -> Kind.UNWATCHED;
        };
    return new MasterReference(table.name(), kind, table.definition());
  }

  /** A view's container, with the columns of the view alone. */
  private Table visible(View view) throws SQLException {
    QualifiedName container = view.container().table();
    Table table = database.table(container).orElseThrow(() -> TABLE_MISSING.of(container)).table();
    List<Identifier> names = view.container().visibleColumns();
    List<TableColumn> columns =
        table.columns().stream().filter(column -> names.contains(column.name())).toList();
    return new Table(
        table.name(), columns, table.keys().stream().filter(names::containsAll).toList());
  }

  /**
   * The tables and views that a text mentions, and those that its plain views mention: it may be
   * more than the query reads.
   */
  private void mentioned(String query, Map<QualifiedName, MasterReference> masters)
      throws SQLException {
    Language language = Language.of(database.dialect());
    MentionedTables tables = new MentionedTables(language.rules(), language.fold());
    Set<QualifiedName> expanded = new HashSet<>();
    Deque<String> texts = new ArrayDeque<>(List.of(query));
    while (!texts.isEmpty()) {
      for (QualifiedName name : tables.in(texts.remove())) {
        Optional<View> view = catalog.view(name);
        Optional<TableInfo> table = view.isPresent() ? Optional.empty() : database.table(name);
        view.ifPresent(v -> masters.putIfAbsent(v.name(), reference(v)));
        table.ifPresent(t -> masters.putIfAbsent(t.name(), reference(t)));
        table
            .filter(t -> expanded.add(t.name()))
            .flatMap(TableInfo::viewQuery)
            .ifPresent(texts::add);
      }
    }
  }
}
