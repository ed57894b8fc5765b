package org.mview.refresh;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mview.database.Database;
import org.mview.dialect.SessionState;
import org.mview.sql.QualifiedName;

/**
 * What the application can see of the statements before, such as the id of the row inserted last,
 * and what statements of ours have disturbed. It is put back once.
 */
public final class SessionValue {
  private final Database database;
  private final @Nullable Object value;
  private boolean due;

  /** A value that was read before statements of ours ran. */
  public SessionValue(Database database, @Nullable Object value) {
    this.database = database;
    this.value = value;
    this.due = database.dialect().state().isPresent();
  }

  /** Nothing has to be put back: the application has no statement before ours. */
  public static SessionValue none(Database database) {
    SessionValue none = new SessionValue(database, null);
    none.due = false;
    return none;
  }

  /** Puts it back by way of a log that is emptied at once: its page is written anyway. */
  void restoreIn(QualifiedName log) throws SQLException {
    if (due) {
      SessionState state = database.dialect().state().orElseThrow();
      database.runOften(state.restoreInLog().apply(database.name(log)), value);
      due = false;
    }
  }

  /** Puts it back, if no log was emptied before. */
  public void restore(Stages stages) throws SQLException {
    if (due) {
      SessionState state = database.dialect().state().orElseThrow();
      stages.makeOnce(state.prepare());
      database.runOften(state.restore(), value);
      due = false;
    }
  }
}
