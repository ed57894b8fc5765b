package org.mview.command;

import static org.mview.error.MViewError.NO_KEY_TO_ORGANIZE_BY;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.View;
import org.mview.delta.Kept;
import org.mview.sql.Column;
import org.mview.sql.Identifier;
import org.mview.statement.Clause;
import org.mview.statement.StorageClause;
import org.mview.statement.StorageClauses;

/**
 * ORGANIZATION INDEX: the rows of a view are stored in the order of its key, and found in one step.
 *
 * <p>Where the database has nothing like it, the clause is ignored with a warning, whatever the
 * key.
 */
final class IndexOrganization {
  /** The class of states of statements that cannot be run as they are. */
  private static final String DOES_NOT_FIT = "42";

  private final boolean asked;

  /**
   * What a statement asks.
   *
   * @param database as in a JDBC URL: "mysql", "sqlite" …
   */
  IndexOrganization(List<StorageClause> storage, String database) {
    this.asked =
        storage.stream()
            .filter(given -> given.clause() == Clause.ORGANIZATION_INDEX)
            .anyMatch(given -> StorageClauses.isNative(given, database));
  }

  /**
   * The columns of the table by which it is to be stored; none where nothing is asked.
   *
   * @throws org.mview.error.MViewException NO_KEY_TO_ORGANIZE_BY
   */
  List<Identifier> key(View view, Optional<Kept> kept) {
    if (!asked) {
      return List.of();
    } else if (view.properties().withoutIndex()) {
      throw NO_KEY_TO_ORGANIZE_BY.of(view.name(), "USING NO INDEX says so");
    }
    Kept keyed =
        kept.filter(k -> k.unique() && !k.identity().isEmpty())
            .orElseThrow(() -> NO_KEY_TO_ORGANIZE_BY.of(view.name(), "its rows have none"));
    for (Column column : keyed.identity()) {
      if (column.type().nullable()) {
        throw NO_KEY_TO_ORGANIZE_BY.of(view.name(), column + " may be NULL");
      }
    }
    return keyed.identity().stream()
        .map(column -> view.container().name(column, keyed.columns()))
        .toList();
  }

  /**
   * Looks at why a table was not made.
   *
   * @throws org.mview.error.MViewException NO_KEY_TO_ORGANIZE_BY, where the database takes no such
   *     key
   */
  void check(View view, SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (asked && state.startsWith(DOES_NOT_FIT)) {
      throw NO_KEY_TO_ORGANIZE_BY
          .of(view.name(), "the database says: " + failure.getMessage())
          .because(failure);
    }
  }
}
