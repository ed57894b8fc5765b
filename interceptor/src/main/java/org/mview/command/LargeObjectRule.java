package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.sql.QualifiedName;

/** No column of a view may hold what the database cannot gather. */
final class LargeObjectRule {
  private static final Pattern LARGE = Pattern.compile("[CB]LOB\\b.*|.*\\bARRAY\\b.*");

  private LargeObjectRule() {}

  /**
   * Refuses a query with such a column.
   *
   * @throws org.mview.error.MViewException NOT_SUPPORTED
   */
  static void check(Database database, QualifiedName view, String query) throws SQLException {
    if (!database.dialect().can(Capability.UNITES_NO_LARGE_OBJECTS)) {
      return;
    }
    List<String> types = database.types(query);
    for (int i = 0; i < types.size(); i++) {
      if (LARGE.matcher(types.get(i)).matches()) {
        throw NOT_SUPPORTED.of(
            "column %s of materialized view %s, a large object or an array, on this database"
                .formatted(i + 1, view),
            "CAST it to VARCHAR or VARBINARY, or leave it out");
      }
    }
  }
}
