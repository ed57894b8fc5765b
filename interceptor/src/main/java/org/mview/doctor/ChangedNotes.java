package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.sql.QualifiedName;

/** A table whose triggers do not note its changes as they should, for views without a log. */
record ChangedNotes(QualifiedName master) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (QualifiedName master : sight.watched()) {
      if (sight.table(master).isPresent()
          && ChangedTriggers.other(sight.touchTexts(master), sight).isPresent()) {
        all.add(new ChangedNotes(master));
      }
    }
    return all;
  }

  @Override
  public String object() {
    return master.name().text();
  }

  @Override
  public String what() {
    return "triggers that note its changes are missing, or do something else";
  }

  @Override
  public String meaning() {
    return "a view that reads it may not know that it is stale";
  }

  @Override
  public String remedy() {
    return "makes the triggers, and fills the views that read the table";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.renewNotes(master);
  }
}
