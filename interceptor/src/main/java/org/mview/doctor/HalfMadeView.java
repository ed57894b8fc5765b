package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.catalog.BuildMode;
import org.mview.catalog.View;

/** A view that was never filled, though its author wanted it so, or not again. */
record HalfMadeView(View view) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (View view : sight.catalog().ofUsers()) {
      if (isHalfMade(view, sight)) {
        all.add(new HalfMadeView(view));
      }
    }
    return all;
  }

  private static boolean isHalfMade(View view, Sight sight) throws SQLException {
    return !view.state().populated()
        && view.properties().build() != BuildMode.DEFERRED
        && sight.table(view.container().table()).isPresent();
  }

  @Override
  public String object() {
    return view.name().name().text();
  }

  @Override
  public String what() {
    return "is entered, and not filled";
  }

  @Override
  public String meaning() {
    return "CREATE or a refresh ended halfway: it holds nothing, or not everything, and says UNUSABLE";
  }

  @Override
  public String remedy() {
    return "fills it by its query";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.refill(view);
  }
}
