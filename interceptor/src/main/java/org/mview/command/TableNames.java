package org.mview.command;

import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import org.mview.sql.QualifiedName;

/** Tables that a call names. */
final class TableNames {
  private final Work work;

  TableNames(Work work) {
    this.work = work;
  }

  /** Refuses the name of a table that is not there. */
  void check(QualifiedName table) throws SQLException {
    if (work.catalog().view(table).isEmpty() && work.database().table(table).isEmpty()) {
      throw TABLE_MISSING.of(table);
    }
  }
}
