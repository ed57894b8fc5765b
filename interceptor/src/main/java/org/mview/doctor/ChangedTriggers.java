package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.LogEntry;

/** A log whose triggers do something else than ours would. */
record ChangedTriggers(LogEntry log, String trigger) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (LogEntry log : sight.catalog().logs().values()) {
      Optional<Map<String, String>> texts = log.intact() ? sight.texts(log) : Optional.empty();
      if (texts.isPresent() && LostLog.missing(log, sight).isEmpty()) {
        other(texts.get(), sight).ifPresent(name -> all.add(new ChangedTriggers(log, name)));
      }
    }
    return all;
  }

  /** The first trigger that is not there as it should be. */
  static Optional<String> other(Map<String, String> wanted, Sight sight) {
    Map<String, String> there = sight.triggers();
    return wanted.entrySet().stream()
        .filter(text -> !text.getValue().equals(there.get(text.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  @Override
  public String object() {
    return log.log().master().name().text();
  }

  @Override
  public String what() {
    return "trigger %s of its log does something else than ours would".formatted(trigger);
  }

  @Override
  public String meaning() {
    return "somebody has replaced it, or another version made it: changes may be missing in the log";
  }

  @Override
  public String remedy() {
    return "makes the triggers anew, and fills the views that read the log";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.renew(log);
  }
}
