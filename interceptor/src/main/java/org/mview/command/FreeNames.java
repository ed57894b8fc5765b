package org.mview.command;

import java.sql.SQLException;
import org.mview.database.Database;
import org.mview.dialect.Spelling;
import org.mview.dialect.Utf8;
import org.mview.sql.QualifiedName;

/** Names for tables of ours that nothing else has. */
final class FreeNames {
  private final Database database;

  FreeNames(Database database) {
    this.database = database;
  }

  /** This name, or, when it is taken or too long, one that begins like it. */
  QualifiedName of(String wanted) throws SQLException {
    Spelling names = database.dialect().names();
    String name = wanted;
    for (int i = 1; !names.fits(name) || database.table(database.home(name)).isPresent(); i++) {
      String suffix = "$" + i;
      name = Utf8.beginning(wanted, names.longest() - suffix.length()) + suffix;
    }
    return database.home(name);
  }
}
