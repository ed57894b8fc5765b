package org.mview.command;

import static org.mview.error.MViewError.ROWS_VIOLATE_CHECK;
import static org.mview.error.MViewError.ROWS_VIOLATE_FOREIGN_KEY;
import static org.mview.error.MViewError.ROWS_VIOLATE_NOT_NULL;
import static org.mview.error.MViewError.ROWS_VIOLATE_PRIMARY_KEY;
import static org.mview.error.MViewError.ROWS_VIOLATE_UNIQUE;

import java.sql.SQLException;
import org.mview.catalog.Constraint;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.error.MViewException;
import org.mview.statement.ConstraintRule;

/** The rows that a view has do not fulfil a constraint that is being added. */
final class ViolatingRows {
  private final Database database;
  private final View view;

  ViolatingRows(Database database, View view) {
    this.database = database;
    this.view = view;
  }

  /** Adds a constraint. */
  @FunctionalInterface
  interface Adding {
    void run() throws SQLException;
  }

  /** The database speaks of a table, and of names, that nobody has written. */
  void named(Constraint constraint, ConstraintRule rule, Adding adding) throws SQLException {
    try {
      adding.run();
    } catch (SQLException e) {
      if (database.dialect().violations().of(e).isEmpty()) {
        throw e;
      }
      throw error(constraint, rule).because(e);
    }
  }

  private MViewException error(Constraint constraint, ConstraintRule rule) {
    if (rule instanceof ConstraintRule.Unique) {
      return ROWS_VIOLATE_UNIQUE.of(view.name(), constraint.name());
    } else if (rule instanceof ConstraintRule.PrimaryKey) {
      return ROWS_VIOLATE_PRIMARY_KEY.of(view.name(), constraint.name());
    } else if (rule instanceof ConstraintRule.ForeignKey key) {
      return ROWS_VIOLATE_FOREIGN_KEY.of(view.name(), constraint.name(), key.table());
    } else if (rule instanceof ConstraintRule.Check) {
      return ROWS_VIOLATE_CHECK.of(view.name(), constraint.name());
    }
    return ROWS_VIOLATE_NOT_NULL.of(view.name(), constraint.name());
  }
}
