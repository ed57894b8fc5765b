package org.mview.doctor;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A view of the dictionary that is not there. */
record LostDictionary(List<String> views) implements Finding {
  LostDictionary {
    views = List.copyOf(views);
  }

  static List<Finding> in(Sight sight) {
    Set<String> there = sight.views();
    List<String> missing =
        sight.registry().dictionary().stream()
            .filter(name -> !there.contains(Sight.lower(name)))
            .toList();
    return missing.isEmpty() ? List.of() : List.of(new LostDictionary(missing));
  }

  @Override
  public String object() {
    return views.get(0);
  }

  @Override
  public String what() {
    return views.size() == 1
        ? "the view is missing"
        : "the view and %s more of the dictionary are missing".formatted(views.size() - 1);
  }

  @Override
  public String meaning() {
    return "nobody can ask whether views are fresh";
  }

  @Override
  public String remedy() {
    return "makes it";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.restoreDictionary();
  }
}
