package org.mview.conformance.scenario;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.TestDatabase;

/** How what a scenario says is said to its database. */
final class Spelling {
  /** Stands for the name of the schema in which the scenario runs. */
  private static final String HOME = "{home}";

  private final TestDatabase kind;
  private final String home;

  Spelling(TestDatabase kind, FreshDatabase database) throws SQLException {
    this.kind = kind;
    try (Connection raw = database.connectRaw();
        Statement statement = raw.createStatement();
        ResultSet answer =
            statement.executeQuery(kind.dialect().selecting(kind.dialect().home()))) {
      answer.next();
      this.home = answer.getString(1);
    }
  }

  /** A statement as its database understands it. */
  String of(String sql) {
    return kind.spelt(sql.replace(HOME, home));
  }
}
