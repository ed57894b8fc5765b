package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.catalog.View;

/** A view whose rows have no table any more, or not yet. */
record LostContainer(View view, String user, boolean isMendable) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (View view : sight.catalog().inOrder(sight.catalog().views().values())) {
      if (sight.table(view.container().table()).isEmpty()) {
        all.add(new LostContainer(view, named(view, sight), sight.compiled(view).isPresent()));
      }
    }
    return all;
  }

  /** An inner view is part of one that its user knows. */
  static String named(View view, Sight sight) {
    return view.innerOf().flatMap(sight::view).orElse(view).name().name().text();
  }

  @Override
  public String object() {
    return user;
  }

  @Override
  public String what() {
    return "table %s, which holds its rows, is gone".formatted(view.container().table().name());
  }

  @Override
  public String meaning() {
    return "it can be neither read nor refreshed, and what it reads perhaps not committed";
  }

  @Override
  public String remedy() {
    return isMendable
        ? "makes the table, and fills it by the query; indexes of yours on it are gone"
        : "the query fits no more: change back what it reads, or drop the view";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.remake(view);
  }
}
