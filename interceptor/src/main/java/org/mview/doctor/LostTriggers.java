package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.catalog.LogEntry;

/** A log that does not have all of its triggers. */
record LostTriggers(LogEntry log) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (LogEntry log : sight.catalog().logs().values()) {
      if (!log.intact()
          && LostLog.missing(log, sight).isEmpty()
          && sight.table(log.log().master()).isPresent()) {
        all.add(new LostTriggers(log));
      }
    }
    return all;
  }

  @Override
  public String object() {
    return log.log().master().name().text();
  }

  @Override
  public String what() {
    return "triggers of its log are missing, switched off, or too few for its unique indexes";
  }

  @Override
  public String meaning() {
    return "changes may be missing in the log: views that read it are not refreshed any more";
  }

  @Override
  public String remedy() {
    return "makes the triggers, and fills the views that read the log";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.renew(log);
  }
}
