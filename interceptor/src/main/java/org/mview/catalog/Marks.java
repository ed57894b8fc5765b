package org.mview.catalog;

import java.sql.SQLException;
import java.util.Collection;
import org.mview.database.Database;
import org.mview.dialect.Mark;

/**
 * What triggers that merge have marked, and is to be looked at before the next commit: logs that
 * hold something, views that are not exact.
 */
public final class Marks {
  /** Takes all marks out. */
  public static final String CLEAR = "DELETE FROM \"%s\"".formatted(Mark.TABLE);

  /** Whether there is one, as a condition. */
  public static final String ANY = "EXISTS (SELECT 1 FROM \"%s\")".formatted(Mark.TABLE);

  private final Database database;
  private final Registry registry;

  Marks(Database database, Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  /** Makes the table of marks, where an older driver has made the registry. */
  public void learn() throws SQLException {
    registry.learn();
  }

  /** Where the logs hold something, it is to be looked at before the next commit. */
  public void put(Collection<LogEntry> logs) throws SQLException {
    for (LogEntry log : logs) {
      String holdsSomething =
          "EXISTS (SELECT 1 FROM %s)".formatted(database.name(log.log().table()));
      database.run(new Mark(log.log().id()).put(holdsSomething));
    }
  }

  /** Whether a sum in a view is marked as not exact. */
  public boolean isDoubtful(View view) throws SQLException {
    return database
        .readOne(
            database.dialect().selecting("1") + " WHERE " + new Mark(view.id()).isThere(),
            row -> true)
        .isPresent();
  }

  /** The sums of a view have been read again. */
  public void trust(View view) throws SQLException {
    database.run("DELETE FROM \"%s\" WHERE id = ?".formatted(Mark.TABLE), view.id());
  }
}
