package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mview.catalog.IndexEntry;
import org.mview.dialect.OwnObject;

/** An index that was made for views, of which none wants it any more. */
record UnwantedIndex(OwnObject index, boolean known) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    Set<String> entered = new HashSet<>();
    Set<String> wanted = new HashSet<>();
    for (IndexEntry index : sight.registry().indexes().all()) {
      entered.add(index.name());
      if (!sight.registry().indexes().readers(index).isEmpty()) {
        wanted.add(index.name());
      }
    }
    List<Finding> all = new ArrayList<>();
    for (OwnObject index : sight.objects(OwnObject.Kind.INDEX)) {
      if (!wanted.contains(index.name())) {
        all.add(new UnwantedIndex(index, entered.contains(index.name())));
      }
    }
    return all;
  }

  @Override
  public String object() {
    return index.table();
  }

  @Override
  public String what() {
    return "index %s was made for views, and none wants it".formatted(index.name());
  }

  @Override
  public String meaning() {
    return "it makes changes of the table dearer, for nobody";
  }

  @Override
  public String remedy() {
    return "drops it";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    if (known) {
      repairs.releaseIndexes();
    } else {
      repairs.remove(index);
    }
  }
}
