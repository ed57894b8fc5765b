package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.catalog.View;

/** A hidden table without the plain view of its view's name. */
record LostFront(View view) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (View view : sight.catalog().ofUsers()) {
      if (view.isBehindPlainView()
          && !sight.views().contains(Sight.lower(view.name().name().text()))
          && sight.table(view.container().table()).isPresent()) {
        all.add(new LostFront(view));
      }
    }
    return all;
  }

  @Override
  public String object() {
    return view.name().name().text();
  }

  @Override
  public String what() {
    return "the plain view in front of %s is gone".formatted(view.container().table().name());
  }

  @Override
  public String meaning() {
    return "nobody can read it by its name";
  }

  @Override
  public String remedy() {
    return "makes the plain view";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.restoreFront(view);
  }
}
