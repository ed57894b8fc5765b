package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.catalog.IndexEntry;
import org.mview.dialect.OwnObject;

/** An index that was made for views, and is gone. */
record LostIndex(IndexEntry index) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    Set<String> there =
        sight.objects(OwnObject.Kind.INDEX).stream()
            .map(OwnObject::name)
            .collect(Collectors.toSet());
    List<Finding> all = new ArrayList<>();
    for (IndexEntry index : sight.registry().indexes().all()) {
      if (!there.contains(index.name())) {
        all.add(new LostIndex(index));
      }
    }
    return all;
  }

  @Override
  public String object() {
    return index.table().name().text();
  }

  @Override
  public String what() {
    return "index %s is gone".formatted(index.name());
  }

  @Override
  public String meaning() {
    return "refreshes of the views that want it take longer";
  }

  @Override
  public String remedy() {
    return "makes those that views still want";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.restoreIndex(index.id());
  }
}
