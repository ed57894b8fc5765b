package org.mview.session;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.statement.Command;
import org.mview.statement.CommentOnMaterializedView;
import org.mview.statement.CreateMaterializedView;
import org.mview.statement.DropMaterializedView;
import org.mview.statement.Name;
import org.mview.statement.RefreshMaterializedView;

/**
 * Materialized views that the database itself has made. They were there before us, and what an
 * application says of them goes to the database as it always did.
 */
final class NativeViews {
  private final Database database;
  private final Shared shared;

  NativeViews(Database database, Shared shared) {
    this.database = database;
    this.shared = shared;
  }

  /** Whether a statement names such views, and nothing else. */
  boolean areMeantBy(Command command) throws SQLException {
    List<org.mview.statement.QualifiedName> names = names(command);
    if (names.isEmpty() || !database.dialect().can(Capability.MATERIALIZES_VIEWS)) {
      return false;
    }
    for (org.mview.statement.QualifiedName name : names) {
      if (!isNative(new QualifiedName(name.schema().map(this::folded), folded(name.name())))) {
        return false;
      }
    }
    return true;
  }

  private static List<org.mview.statement.QualifiedName> names(Command command) {
    if (command instanceof RefreshMaterializedView refresh) {
      return List.of(refresh.name());
    } else if (command instanceof CommentOnMaterializedView comment) {
      return List.of(comment.name());
    } else if (command instanceof CreateMaterializedView create) {
      return create.ifNotExists() && create.plain() ? List.of(create.name()) : List.of();
    }
    return command instanceof DropMaterializedView drop && !drop.preserveTable()
        ? drop.names()
        : List.of();
  }

  private boolean isNative(QualifiedName name) throws SQLException {
    boolean isOurs = shared.known(database).catalog().view(name).isPresent();
    Optional<TableInfo> found = isOurs ? Optional.empty() : database.table(name);
    return found.filter(table -> table.kind() == TableInfo.Kind.VIRTUAL).isPresent();
  }

  private Identifier folded(Name name) {
    return name.identifier(database.dialect().fold());
  }
}
