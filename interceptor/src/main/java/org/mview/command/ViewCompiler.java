package org.mview.command;

import static org.mview.error.MViewError.VIEW_NOT_COMPILABLE;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.algebra.Relation;
import org.mview.catalog.BuildMode;
import org.mview.catalog.Catalog;
import org.mview.catalog.MasterReference;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.InnerViews;
import org.mview.delta.Keeping;
import org.mview.delta.Kept;
import org.mview.delta.Reason;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;
import org.mview.lowering.Places;
import org.mview.lowering.RefreshStatements;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Masters;
import org.mview.sql.Column;
import org.mview.sql.Query;
import org.mview.sql.Type;
import org.mview.statement.query.Understanding;

/** Makes the query of a view, and of its inner views, something that can be refreshed. */
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

  /** Reads a query: as algebra, if it can be. */
  QueryReader.Read read(String query) throws SQLException {
    return new QueryReader(database, catalog).read(query);
  }

  /**
   * Why a query that was understood may give other rows in another session; empty if it may not.
   */
  String unstable(String query, QueryReader.Read read) throws SQLException {
    return new QueryReader(database, catalog).unstable(query, read);
  }

  /**
   * A view that is in the registry, ready to be refreshed.
   *
   * @throws org.mview.error.MViewException VIEW_NOT_COMPILABLE, when its masters have changed so
   *     that the query does not fit its container any more
   */
  public CompiledView compile(View view) throws SQLException {
    CompiledView known = compiled.get(view.id());
    if (known != null && known.view().equals(view)) {
      return known;
    }
    View outer = catalog.outermost(view);
    return compile(view, outer, read(outer.query()));
  }

  private CompiledView compile(View view, View outer, QueryReader.Read read) throws SQLException {
    if (!isAsBefore(read, outer)) {
      new TypeCheck(database)
          .check(
              outer,
              catalog,
              () -> compile(outer, catalog.innerViews(outer), read.understanding()));
    }
    List<CompiledView> parts = compile(outer, catalog.innerViews(outer), read.understanding());
    parts.forEach(part -> compiled.put(part.view().id(), part));
    return of(view, parts);
  }

  private boolean isAsBefore(QueryReader.Read read, View outer) {
    return read.masters().equals(namedMasters(outer));
  }

  /** The same, of a view whose masters may have changed; the registry then knows it, too. */
  CompiledView current(View view, Work work) throws SQLException {
    CompiledView known = compiled.get(view.id());
    if (known != null && known.view().equals(view)) {
      return known;
    }
    View outer = catalog.outermost(view);
    QueryReader.Read read = read(outer.query());
    return isAsBefore(read, outer)
        ? compile(view, outer, read)
        : of(view, new CompileView(work).compiled(outer));
  }

  private static CompiledView of(View view, List<CompiledView> parts) {
    return parts.stream().filter(part -> part.view().id() == view.id()).findFirst().orElseThrow();
  }

  /** What the query of a view names. */
  private List<MasterReference> namedMasters(View view) {
    List<MasterReference> inner =
        catalog.innerViews(view).stream().map(QueryReader::reference).toList();
    return view.masters().stream().filter(master -> !inner.contains(master)).toList();
  }

  /**
   * The inner views of a view and the view itself, in this order, ready to be refreshed.
   *
   * @param inner its inner views, as they are registered
   */
  List<CompiledView> compile(View view, List<View> inner, Understanding understanding) {
    if (!view.properties().unstable().isEmpty()) {
      return List.of(completely(view, List.of(new Reason(view.properties().unstable()))));
    } else if (understanding instanceof Understanding.Unclear unclear) {
      return List.of(completely(view, unclear.reasons()));
    }
    Relation query = ((Understanding.Clear) understanding).relation();
    int number = InnerViews.number(query);
    if (inner.size() != number) {
      throw otherThanCreated(view);
    }
    InnerViews.Divided parts = InnerViews.of(query, i -> inner.get(i).container().table());
    List<CompiledView> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(fast(inner.get(i), parts.inner().get(i)));
    }
    all.add(fast(view, parts.outer()));
    return all;
  }

  private static CompiledView completely(View view, List<Reason> reasons) {
    return CompiledView.complete(view, new Query.Verbatim(view.query()), reasons);
  }

  private CompiledView fast(View view, Relation query) {
    Kept kept = kept(query, view.properties(), database.dialect());
    int columns = view.container().columns().size();
    if (kept.columns().size() != columns || kept.visible() != view.container().visible()) {
      throw otherThanCreated(view);
    }
    Places places =
        new Places(view.container().table(), view.container().columns(), Map.of(), view.name());
    Query content = RefreshStatements.content(kept, places);
    return CompiledView.fast(view, content, kept);
  }

  private static org.mview.error.MViewException otherThanCreated(View view) {
    return VIEW_NOT_COMPILABLE.of(
        view.name(), "its query has other columns than when it was created");
  }

  /** How a query is kept; without a unique index nothing can be merged into a row that is there. */
  static Kept kept(Relation query, View.Properties properties, Dialect dialect) {
    if (properties.build() == BuildMode.PREBUILT) {
      return Keeping.withoutMerge(query); // which wants the fewest hidden columns
    }
    Kept kept = Keeping.of(query, properties.additive());
    boolean blurred = dialect.can(Capability.BLURS_TEXTS) && mayShowAnother(kept);
    return properties.withoutIndex() || blurred ? kept.withoutMerge() : kept;
  }

  /**
   * Whether a group may show a value of its key that no row has any more, as others are equal to
   * it. Numbers that are equal are the same.
   */
  private static boolean mayShowAnother(Kept kept) {
    return kept.identity().stream()
        .map(Column::type)
        .anyMatch(type -> !type.sharp() && type.arithmetic() == Type.Arithmetic.APPROXIMATE);
  }

  /** What a part of a query reads: tables and views that the whole names, and inner views. */
  static List<MasterReference> masters(
      Relation part, List<MasterReference> named, Catalog catalog, List<View> inner) {
    List<MasterReference> masters = new ArrayList<>();
    for (org.mview.sql.QualifiedName table : Masters.of(part)) {
      Optional<View> view =
          inner.stream()
              .filter(v -> v.container().table().equals(table))
              .findFirst()
              .or(() -> catalog.viewIn(table));
      view.map(QueryReader::reference)
          .or(() -> named.stream().filter(m -> m.name().equals(table)).findFirst())
          .ifPresent(masters::add);
    }
    return masters;
  }
}
