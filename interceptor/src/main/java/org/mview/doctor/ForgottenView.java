package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.dialect.OwnObject;

/** A plain view in front of a hidden table that holds the rows of a view without an entry. */
record ForgottenView(String hidden, String front) implements Finding {
  static final String PREFIX = "mview$c$";

  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (OwnObject table : LostTable.unknown(sight)) {
      Optional<String> front = front(table, sight);
      if (front.isPresent()) {
        all.add(new ForgottenView(table.name(), front.get()));
      }
    }
    return all;
  }

  /** The plain view that reads a hidden table. */
  static Optional<String> front(OwnObject table, Sight sight) {
    String name = sight.database().dialect().quoted(table.name());
    return table.name().startsWith(PREFIX)
        ? sight.objects(OwnObject.Kind.VIEW).stream()
            .filter(view -> view.text().contains(name))
            .map(OwnObject::name)
            .findFirst()
        : Optional.empty();
  }

  @Override
  public String object() {
    return front;
  }

  @Override
  public String what() {
    return "looks like a materialized view, and the registry does not know it";
  }

  @Override
  public String meaning() {
    return "its rows are never refreshed";
  }

  @Override
  public String remedy() {
    return "makes it a plain table with the same rows: drop that, and create the view anew";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.release(hidden, front);
  }
}
