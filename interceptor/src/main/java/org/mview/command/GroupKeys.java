package org.mview.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.BuildMode;
import org.mview.catalog.Container;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.dialect.TableInfo;
import org.mview.refresh.CompiledView;
import org.mview.sql.Identifier;

/**
 * The keys by which triggers find the groups of views, where the index that every container has
 * does not decide which of two writers begins a group.
 */
final class GroupKeys {
  private final Work work;

  GroupKeys(Work work) {
    this.work = work;
  }

  /**
   * Whether each of the views has its key, or can get it. What others read stays as it is defined,
   * and so does a table of the user's own.
   */
  boolean canBe(List<CompiledView> views) throws SQLException {
    for (CompiledView view : views) {
      Optional<List<String>> statements = statements(view);
      if (statements.isEmpty() || (!statements.get().isEmpty() && !mayBeAltered(view.view()))) {
        return false;
      }
    }
    return true;
  }

  private boolean mayBeAltered(View view) {
    return view.properties().build() != BuildMode.PREBUILT
        && work.catalog().dependents(view.name()).isEmpty();
  }

  /** Gives the views their keys. */
  void make(List<CompiledView> views) throws SQLException {
    for (CompiledView view : views) {
      work.database().define(statements(view).orElseThrow());
    }
  }

  /** Takes the key of a view away, if it has one: its user is to give it another. */
  void release(View view) throws SQLException {
    Database database = work.database();
    Optional<TableInfo> table = database.table(view.container().table());
    Optional<String> statement = table.flatMap(database.dialect().tables()::unkeyed);
    boolean isOfUser =
        view.constraints().stream().anyMatch(c -> c.definition().startsWith("PRIMARY KEY"));
    if (statement.isPresent() && !isOfUser && isBesideAnIndex(view)) {
      work.triggers().logAll(view);
      database.define(statement.get());
    }
  }

  /** A table that is stored by its key, as its user has asked, has nothing else to find rows by. */
  private boolean isBesideAnIndex(View view) throws SQLException {
    Database database = work.database();
    String index = new Containers(database).indexName(view).name().text();
    return view.properties().withoutIndex()
        || database
            .dialect()
            .tables()
            .indexes(database.connection(), view.container().table())
            .stream()
            .anyMatch(other -> other.name().equals(index));
  }

  private Optional<List<String>> statements(CompiledView view) throws SQLException {
    Database database = work.database();
    Container container = view.view().container();
    Optional<TableInfo> table = database.table(container.table());
    Kept kept = view.kept().orElseThrow();
    List<Identifier> key =
        kept.identity().stream().map(column -> container.name(column, kept.columns())).toList();
    return table.isEmpty() ? Optional.empty() : database.dialect().tables().keyed(table.get(), key);
  }
}
