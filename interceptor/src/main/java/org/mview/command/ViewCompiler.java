package org.mview.command;

import static org.mview.error.MViewError.TABLE_MISSING;
import static org.mview.error.MViewError.VIEW_NOT_COMPILABLE;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.catalog.Catalog;
import org.mview.catalog.MasterReference;
import org.mview.catalog.MasterReference.Kind;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Keeping;
import org.mview.delta.Kept;
import org.mview.dialect.TableInfo;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.refresh.CompiledView;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.statement.Words;
import org.mview.statement.query.DefiningQuery;
import org.mview.statement.query.Master;
import org.mview.statement.query.Understanding;

/** Makes the query of a view something that can be refreshed. */
public final class ViewCompiler {
  private final Database database;
  private final Catalog catalog;
  private final Map<Long, CompiledView> compiled;

  /**
   * Compiles views of a database, of which the catalog knows the others.
   *
   * @param compiled those views of the catalog that have been compiled already, by their ids; it is
   *     added to
   */
  public ViewCompiler(Database database, Catalog catalog, Map<Long, CompiledView> compiled) {
    this.database = database;
    this.catalog = catalog;
    this.compiled = compiled;
  }

  /** A query, and what it reads. */
  record Read(Understanding understanding, List<MasterReference> masters) {}

  /** Reads a query: as algebra, if it can be. */
  Read read(String query) throws SQLException {
    Map<QualifiedName, MasterReference> masters = new LinkedHashMap<>();
    Understanding understanding =
        DefiningQuery.of(
            query,
            name -> master(name, masters),
            (name, arguments) ->
                database.dialect().functions().kind(database.connection(), name, arguments));
    if (understanding instanceof Understanding.Unclear) {
      mentioned(query, masters);
    }
    return new Read(understanding, List.copyOf(masters.values()));
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
      case VIEW -> new Master.Expanded(table.viewQuery().orElse(""));
      case TEMPORARY -> new Master.Closed("table %s is temporary".formatted(name));
      case ATTACHED ->
          new Master.Closed(
              "table %s is in another file, where its changes cannot be seen".formatted(name));
      case VIRTUAL -> new Master.Closed("table %s is virtual: it has no triggers".formatted(name));
    };
  }

  private static MasterReference reference(View view) {
    return new MasterReference(view.name(), Kind.MATERIALIZED_VIEW, "");
  }

  private static MasterReference reference(TableInfo table) {
    Kind kind =
        switch (table.kind()) {
          case TABLE -> Kind.TABLE;
          case VIEW -> Kind.VIEW;
          case TEMPORARY, ATTACHED, VIRTUAL -> Kind.UNWATCHED;
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

  /** The tables and views that a text mentions: it may be more than the query reads. */
  private void mentioned(String query, Map<QualifiedName, MasterReference> masters)
      throws SQLException {
    for (String word : Words.of(query)) {
      QualifiedName name = QualifiedName.of(word);
      Optional<View> view = catalog.view(name);
      Optional<TableInfo> table = view.isPresent() ? Optional.empty() : database.table(name);
      view.ifPresent(v -> masters.putIfAbsent(v.name(), reference(v)));
      table.ifPresent(t -> masters.putIfAbsent(t.name(), reference(t)));
    }
  }

  /**
   * A view that is in the registry, ready to be refreshed.
   *
   * @throws org.mview.error.MViewException VIEW_NOT_COMPILABLE, when its masters have changed so
   *     that the query does not fit its container any more
   */
  public CompiledView compile(View view) throws SQLException {
    CompiledView known = compiled.get(view.id());
    if (known == null || !known.view().equals(view)) {
      known = compile(view, read(view.query()).understanding());
      compiled.put(view.id(), known);
    }
    return known;
  }

  /** The same, of a view whose masters may have changed; the registry then knows it, too. */
  CompiledView current(View view, Work work) throws SQLException {
    CompiledView known = compiled.get(view.id());
    if (known != null && known.view().equals(view)) {
      return known;
    }
    Read read = read(view.query());
    boolean same = read.masters().equals(view.masters());
    View current = same ? view : new CompileView(work).compiled(view);
    CompiledView made = compile(current, read.understanding());
    if (same) {
      compiled.put(view.id(), made);
    }
    return made;
  }

  CompiledView compile(View view, Understanding understanding) {
    if (understanding instanceof Understanding.Clear clear) {
      return clear(view, clear);
    }
    Understanding.Unclear unclear = (Understanding.Unclear) understanding;
    return CompiledView.complete(view, new Query.Verbatim(view.query()), unclear.reasons());
  }

  private static CompiledView clear(View view, Understanding.Clear clear) {
    Kept kept = kept(clear, view.properties());
    int columns = view.container().columns().size();
    if (kept.columns().size() != columns || kept.visible() != view.container().visible()) {
      throw VIEW_NOT_COMPILABLE.of(
          view.name(), "its query has other columns than when it was created");
    }
    Places places =
        new Places(view.container().table(), view.container().columns(), Map.of(), view.name());
    Query content = RefreshStatements.content(kept, places);
    return CompiledView.fast(view, content, kept);
  }

  /** How a query is kept; without a unique index nothing can be merged into a row that is there. */
  static Kept kept(Understanding.Clear clear, View.Properties properties) {
    Kept kept = Keeping.of(clear.relation(), properties.additive());
    return properties.withoutIndex() ? kept.withoutMerge() : kept;
  }
}
