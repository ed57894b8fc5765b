package org.mview.statement.query;

import java.sql.SQLException;
import org.mview.sql.QualifiedName;

/** Finds what a name in FROM stands for. */
@FunctionalInterface
public interface Masters {
  /**
   * The master of this name.
   *
   * @throws org.mview.error.MViewException TABLE_MISSING, when there is none
   */
  Master find(QualifiedName name) throws SQLException;
}
