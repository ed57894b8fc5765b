package org.mview.session;

import static org.mview.error.MViewError.VIEW_READ_BY_ITS_CHANGE;

import java.sql.SQLException;
import java.util.Optional;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.sql.QualifiedName;

/** Views that triggers keep, in the errors of statements. */
final class KeptViews {
  private KeptViews() {}

  /**
   * Says of a statement that has failed that it reads a view which it changes, if that is why.
   *
   * @throws org.mview.error.MViewException VIEW_READ_BY_ITS_CHANGE
   */
  static void tell(SQLException failure, Database database, Shared shared) throws SQLException {
    if (!database.dialect().triggers().meetsItself(failure)) {
      return;
    }
    Catalog catalog = shared.known(database).catalog();
    Optional<View> view =
        catalog.views().values().stream()
            .filter(catalog::isMerged)
            .filter(v -> isNamed(v.container().table(), failure))
            .findFirst();
    if (view.isPresent()) {
      throw VIEW_READ_BY_ITS_CHANGE.of(view.get().name()).because(failure);
    }
  }

  private static boolean isNamed(QualifiedName container, SQLException failure) {
    return failure.getMessage().contains("'" + container.name().text() + "'");
  }
}
