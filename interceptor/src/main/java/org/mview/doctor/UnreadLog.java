package org.mview.doctor;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mview.catalog.LogEntry;

/** A log that was made for views, of which none reads it any more. What a user has made stays. */
record UnreadLog(LogEntry log) implements Finding {
  static List<Finding> in(Sight sight) {
    return sight.catalog().logs().values().stream()
        .filter(LogEntry::automatic)
        .filter(log -> sight.catalog().readers().getOrDefault(log.log().id(), Set.of()).isEmpty())
        .map(log -> (Finding) new UnreadLog(log))
        .toList();
  }

  @Override
  public String object() {
    return log.log().master().name().text();
  }

  @Override
  public String what() {
    return "its log was made for views, and none reads it";
  }

  @Override
  public String meaning() {
    return "it grows with every change, for nobody";
  }

  @Override
  public String remedy() {
    return "drops the log";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.drop(log);
  }
}
