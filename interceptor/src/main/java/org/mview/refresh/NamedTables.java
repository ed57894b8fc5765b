package org.mview.refresh;

import java.util.List;
import java.util.stream.Stream;
import org.mview.catalog.Catalog;
import org.mview.catalog.MasterReference;
import org.mview.catalog.MasterReference.Kind;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.sql.QualifiedName;

/**
 * The tables that a refresh reads, where a statement sees them at one moment only if it names them
 * itself.
 *
 * <p>H2 (2.5.252) collects the tables of a statement before it runs it, and takes one snapshot of
 * all of them. It finds those of FROM, of subqueries, and of the FROM of a derived table, of a part
 * of WITH, and of a plain view; not those of a subquery inside of these, nor those of a view that a
 * view reads. Such a table is seen as it is when the execution comes there, which may be after a
 * commit that the rest does not see.
 */
final class NamedTables {
  private NamedTables() {}

  static List<QualifiedName> of(View view, Catalog catalog, Database database) {
    if (!database.dialect().can(Capability.SEES_WHAT_IS_NAMED)) {
      return List.of();
    }
    Stream<QualifiedName> masters =
        view.masters().stream().filter(NamedTables::isTable).map(MasterReference::name);
    Stream<QualifiedName> views =
        catalog.parents(view).stream().map(parent -> parent.container().table());
    Stream<QualifiedName> logs = catalog.logsOf(view).stream().map(entry -> entry.log().table());
    Stream<QualifiedName> own =
        Stream.of(view.container().table(), QualifiedName.of("mview$reader"));
    return Stream.of(masters, views, logs, own).flatMap(all -> all).distinct().toList();
  }

  /** Those behind a plain view are masters, too. */
  private static boolean isTable(MasterReference master) {
    return master.kind() == Kind.TABLE || master.kind() == Kind.UNWATCHED;
  }
}
