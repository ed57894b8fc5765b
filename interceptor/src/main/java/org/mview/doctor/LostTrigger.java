package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.dialect.OwnObject;
import org.mview.sql.QualifiedName;

/** A trigger of ours for which there is no log, and no view that watches its table. */
record LostTrigger(OwnObject trigger) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    Set<String> known = known(sight);
    List<Finding> all = new ArrayList<>();
    for (OwnObject trigger : sight.objects(OwnObject.Kind.TRIGGER)) {
      if (!known.contains(trigger.name()) && !isOfUnknown(trigger, sight)) {
        all.add(new LostTrigger(trigger));
      }
    }
    return all;
  }

  private static Set<String> known(Sight sight) throws SQLException {
    Set<String> known = new HashSet<>();
    for (LogEntry log : sight.catalog().logs().values()) {
      sight.texts(log).ifPresent(texts -> known.addAll(texts.keySet()));
    }
    for (QualifiedName master : sight.watched()) {
      known.addAll(sight.touchTexts(master).keySet());
    }
    return known;
  }

  /** Of a log it cannot always be said which triggers it ought to have. */
  private static boolean isOfUnknown(OwnObject trigger, Sight sight) throws SQLException {
    Optional<LogEntry> log =
        trigger.table().isEmpty()
            ? Optional.empty()
            : sight.catalog().log(sight.database().home(trigger.table()));
    return log.isPresent() && sight.texts(log.get()).isEmpty();
  }

  @Override
  public String object() {
    return trigger.table().isEmpty() ? trigger.name() : trigger.table();
  }

  @Override
  public String what() {
    return "trigger %s belongs to no log".formatted(trigger.name());
  }

  @Override
  public String meaning() {
    return trigger.table().isEmpty()
        ? "its table is gone, and it is left over"
        : "it writes what nobody reads, and without its log every change of the table fails";
  }

  @Override
  public String remedy() {
    return "drops it";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.remove(trigger);
  }
}
