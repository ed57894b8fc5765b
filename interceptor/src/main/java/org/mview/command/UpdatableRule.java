package org.mview.command;

import static org.mview.error.MViewError.UPDATABLE_TOO_COMPLEX;

import java.sql.SQLException;
import java.util.Optional;
import org.mview.algebra.Filter;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.catalog.RowIdentity;
import org.mview.delta.Kept;
import org.mview.sql.QualifiedName;
import org.mview.statement.CreateMaterializedView;
import org.mview.statement.query.Understanding;

/**
 * FOR UPDATE: each row of the view is one of a table, chosen by conditions and by EXISTS or IN, so
 * that who changes it knows which row he means.
 */
final class UpdatableRule {
  /** Why no refresh of it is fast. */
  static final String NOT_FAST =
      "it is FOR UPDATE, and what is changed in it by hand is in no log of its table";

  private final Work work;
  private final QualifiedName view;

  UpdatableRule(Work work, QualifiedName view) {
    this.work = work;
    this.view = view;
  }

  /**
   * Checks a view that is to be created.
   *
   * @param kept its query, with what is kept beside it
   */
  void check(CreateMaterializedView command, Understanding understanding, Optional<Kept> kept)
      throws SQLException {
    if (understanding instanceof Understanding.Unclear unclear) {
      throw UPDATABLE_TOO_COMPLEX.of(view, unclear.reasons().get(0));
    }
    Optional<Scan> scan = kept.flatMap(k -> onlyRows(k.content()));
    if (scan.isEmpty()) {
      throw UPDATABLE_TOO_COMPLEX.of(view, "its rows are not rows of one table");
    }
    boolean byRowid = command.refresh().identity().filter(i -> i == RowIdentity.ROWID).isPresent();
    if (!byRowid) {
      new PrimaryKeyRule(work, view).check(kept.get(), scan.get());
    }
  }

  /** The table of which a query gives rows as they are; others may say which. */
  private static Optional<Scan> onlyRows(Relation relation) {
    if (relation instanceof Filter || relation instanceof Project || relation instanceof SemiJoin) {
      return onlyRows(relation.inputs().get(0));
    }
    return relation instanceof Scan scan ? Optional.of(scan) : Optional.empty();
  }
}
