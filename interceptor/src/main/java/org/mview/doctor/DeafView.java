package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.View;
import org.mview.refresh.CompiledView;

/** A view that would not learn of a change of what it reads. */
record DeafView(View view, String user) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (View view : sight.catalog().views().values()) {
      Optional<CompiledView> compiled =
          view.state().populated() ? sight.compiled(view) : Optional.empty();
      if (compiled.isPresent() && !sight.hears(compiled.get())) {
        all.add(new DeafView(view, LostContainer.named(view, sight)));
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
        ? "a part of it neither reads the logs of its tables nor watches them"
        : "neither reads the logs of its tables nor watches them";
  }

  @Override
  public String meaning() {
    return "it may say FRESH when it is not";
  }

  @Override
  public String remedy() {
    return "fills it by its query; from there on it reads them";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.refill(view);
  }
}
