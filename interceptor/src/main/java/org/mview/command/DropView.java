package org.mview.command;

import static org.mview.error.MViewError.VIEW_MISSING;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Table.TableColumn;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.dialect.TableInfo;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.statement.DropMaterializedView;

/**
 * DROP MATERIALIZED VIEW: forget the view, and what was captured for it alone. Views that read it
 * go with CASCADE; else they stay, and cannot be refreshed any more.
 */
final class DropView {
  private final DropMaterializedView command;
  private final Work work;

  private static final String CONSEQUENCE =
      ": it keeps its rows and cannot be refreshed any more; if it is kept ON COMMIT, what changes it"
          + " cannot be committed: drop it, or alter it to ON DEMAND";

  DropView(DropMaterializedView command, Work work) {
    this.command = command;
    this.work = work;
  }

  void run() throws SQLException {
    Set<View> views = named();
    if (command.cascade()) {
      List.copyOf(views).forEach(view -> addReaders(view, views));
    }
    List<View> inOrder = work.catalog().inOrder(views);
    for (int i = inOrder.size() - 1; i >= 0; i--) { // those that read others go first
      drop(inOrder.get(i), views);
    }
  }

  private Set<View> named() throws SQLException {
    Set<View> views = new LinkedHashSet<>();
    for (org.mview.statement.QualifiedName given : command.names()) {
      QualifiedName name = new ObjectNames(work.database()).ours(given);
      Optional<View> view = work.catalog().view(name);
      if (view.isPresent()) {
        views.add(view.get());
      } else if (command.ifExists()) {
        work.warnings().add("materialized view %s does not exist".formatted(name), 12003);
      } else {
        throw VIEW_MISSING.of(name);
      }
    }
    return views;
  }

  private void addReaders(View view, Set<View> views) {
    for (View reader : work.catalog().dependents(view.name())) {
      if (views.add(reader)) {
        addReaders(reader, views);
      }
    }
  }

  /**
   * Drops one of several.
   *
   * @param all that go, of which nobody needs to be told
   */
  private void drop(View view, Set<View> all) throws SQLException {
    work.subscriptions().unsubscribe(view);
    Catalog catalog = work.catalog();
    Optional<LogEntry> own = catalog.log(view.container().table());
    if (own.isPresent()) {
      work.logs().drop(own.get());
    }
    for (View reader : catalog.dependents(view.name())) {
      if (all.stream().noneMatch(gone -> gone.id() == reader.id())) {
        String reads = "%s reads %s".formatted(reader.name(), view.name());
        work.warnings().add(reads + CONSEQUENCE, 12018);
      }
    }
    new Groups(work).leave(view);
    work.registry().remove(view);
    new Indexes(work).release(view);
    Containers containers = new Containers(work.database());
    if (command.preserveTable()) {
      containers.release(view, types(view));
    } else {
      containers.drop(view);
    }
    dropInner(catalog.innerViews(view));
  }

  /** Those that read others go first. */
  private void dropInner(List<View> views) throws SQLException {
    removeAll(views, work);
  }

  /**
   * Removes all there is of views, of which some may be there only in part.
   *
   * @param views each behind those that it reads
   */
  static void removeAll(List<View> views, Work work) throws SQLException {
    for (int i = views.size() - 1; i >= 0; i--) {
      View inner = views.get(i);
      work.subscriptions().unsubscribe(inner);
      Optional<LogEntry> own = work.catalog().log(inner.container().table());
      if (own.isPresent()) {
        work.logs().drop(own.get());
      }
      work.registry().remove(inner);
      new Indexes(work).release(inner);
      new Containers(work.database()).drop(inner);
    }
  }

  private List<Type> types(View view) throws SQLException {
    return work.database()
        .table(view.container().table())
        .map(TableInfo::table)
        .map(table -> table.columns().stream().map(TableColumn::type).toList())
        .orElse(List.of());
  }
}
