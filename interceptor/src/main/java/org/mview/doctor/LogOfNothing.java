package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mview.catalog.LogEntry;

/** A log whose table is gone. */
record LogOfNothing(LogEntry log) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (LogEntry log : sight.catalog().logs().values()) {
      if (isOfNothing(log, sight)) {
        all.add(new LogOfNothing(log));
      }
    }
    return all;
  }

  /** The table of a view that is gone, too, is made anew, and then it has a log again. */
  static boolean isOfNothing(LogEntry log, Sight sight) throws SQLException {
    boolean isOfView = sight.catalog().viewIn(log.log().master()).isPresent();
    boolean isRead = !sight.catalog().readers().getOrDefault(log.log().id(), Set.of()).isEmpty();
    return sight.table(log.log().master()).isEmpty() && !(isOfView && isRead);
  }

  @Override
  public String object() {
    return log.log().master().name().text();
  }

  @Override
  public String what() {
    return "its log is there, and the table is gone";
  }

  @Override
  public String meaning() {
    return "views that read the table cannot be refreshed";
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
