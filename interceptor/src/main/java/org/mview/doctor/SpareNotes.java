package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.catalog.View;

/**
 * A view that reads logs, and watches tables besides: a program has ended while it took the one for
 * the other.
 */
record SpareNotes(View view, String user) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    List<Long> watching = sight.watching();
    for (View view : sight.catalog().views().values()) {
      if (watching.contains(view.id()) && !sight.catalog().logsOf(view).isEmpty()) {
        all.add(new SpareNotes(view, LostContainer.named(view, sight)));
      }
    }
    return all;
  }

  @Override
  public String object() {
    return user;
  }

  @Override
  public String what() {
    return view.isInner()
        ? "changes of its tables are noted for a part of it, which reads their logs"
        : "changes of its tables are noted for it, and it reads their logs";
  }

  @Override
  public String meaning() {
    return "it stays STALE when it is refreshed from the logs";
  }

  @Override
  public String remedy() {
    return "takes the notes away";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.unwatch(view);
  }
}
