package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.dialect.CaptureTriggers;

/** A log whose own table is gone, or one of those that its triggers need beside it. */
record LostLog(LogEntry log, String table) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (LogEntry log : sight.catalog().logs().values()) {
      List<String> missing = missing(log, sight);
      if (!missing.isEmpty() && sight.table(log.log().master()).isPresent()) {
        all.add(new LostLog(log, missing.get(0)));
      }
    }
    return all;
  }

  static List<String> missing(LogEntry log, Sight sight) {
    CaptureTriggers triggers = sight.database().dialect().triggers();
    Set<String> there = sight.tables();
    return triggers.tables(log.log().master(), log.log().table()).stream()
        .filter(table -> !there.contains(Sight.lower(table)))
        .toList();
  }

  @Override
  public String object() {
    return log.log().master().name().text();
  }

  @Override
  public String what() {
    return "table %s of its log is gone".formatted(table);
  }

  @Override
  public String meaning() {
    return "every change of it fails, as its triggers cannot write; what was pending is lost";
  }

  @Override
  public String remedy() {
    return "makes the log anew, and fills the views that read it";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.renew(log);
  }
}
