package org.mview.command;

import static org.mview.error.MViewError.PRIMARY_KEY_MISSING;
import static org.mview.error.MViewError.PRIMARY_KEY_NOT_SELECTED;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Filter;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.catalog.RowIdentity;
import org.mview.catalog.View;
import org.mview.delta.Kept;
import org.mview.dialect.TableInfo;
import org.mview.sql.Column;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.CreateMaterializedView;

/**
 * WITH PRIMARY KEY, where it is said: the rows of a view of one table are to be found by the
 * table's key, so there must be one, and the view must show it.
 *
 * <p>Where it is not said, nothing is demanded: what the view does not show is kept beside it.
 */
final class PrimaryKeyRule {
  private final Work work;
  private final QualifiedName view;

  PrimaryKeyRule(Work work, QualifiedName view) {
    this.work = work;
    this.view = view;
  }

  /** Checks a view that is to be created. */
  void check(CreateMaterializedView command, Optional<Kept> kept) throws SQLException {
    if (command.refresh().identity().filter(i -> i == RowIdentity.PRIMARY_KEY).isPresent()) {
      check(kept);
    }
  }

  /** Checks a view that is to be found by the primary key from now on. */
  void check(View altered) throws SQLException {
    check(work.compiler().compile(altered).kept());
  }

  private void check(Optional<Kept> kept) throws SQLException {
    Optional<Scan> scan = kept.flatMap(k -> onlyScan(k.content()));
    if (scan.isPresent()) {
      check(kept.get(), scan.get());
    }
  }

  /** Checks a view whose rows are rows of a table. */
  void check(Kept kept, Scan scan) throws SQLException {
    QualifiedName master = scan.table().name();
    TableInfo table = work.database().table(master).orElseThrow();
    if (table.primaryKey().isEmpty()) {
      throw PRIMARY_KEY_MISSING.of(master);
    }
    Set<Identifier> shown = shown(kept, scan);
    for (Identifier column : table.primaryKey()) {
      if (!shown.contains(column)) {
        throw PRIMARY_KEY_NOT_SELECTED.of(view, column);
      }
    }
  }

  /** The only table of a query that does nothing but filter and project it. */
  private static Optional<Scan> onlyScan(Relation relation) {
    if (relation instanceof Filter || relation instanceof Project) {
      return onlyScan(relation.inputs().get(0));
    }
    return relation instanceof Scan scan ? Optional.of(scan) : Optional.empty();
  }

  private static Set<Identifier> shown(Kept kept, Scan scan) {
    Relation content = kept.content();
    List<Project.Item> items =
        content instanceof Project project ? project.collapsed().items() : List.of();
    return Set.copyOf(
        items.stream()
            .filter(item -> kept.visibleColumns().contains(item.column()))
            .filter(
                item -> item.value() instanceof Column column && scan.columns().contains(column))
            .map(item -> scan.sources().get(scan.columns().indexOf((Column) item.value())))
            .distinct()
            .toList());
  }
}
