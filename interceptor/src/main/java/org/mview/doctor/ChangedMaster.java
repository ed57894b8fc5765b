package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.MasterReference;
import org.mview.catalog.View;
import org.mview.dialect.TableInfo;

/** A view that reads something which is not what it was when the view was made, or compiled. */
record ChangedMaster(View view, String how, boolean isMendable) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    Set<Long> failed =
        new HashSet<>(
            sight
                .database()
                .read(
                    "SELECT id FROM \"mview$view\" WHERE compile_error IS NOT NULL",
                    row -> row.getLong(1)));
    List<Finding> all = new ArrayList<>();
    for (View view : sight.catalog().ofUsers()) {
      Optional<String> how = how(view, failed.contains(view.id()), sight);
      if (how.isPresent()) {
        all.add(new ChangedMaster(view, how.get(), sight.takesQueryOf(view)));
      }
    }
    return all;
  }

  private static Optional<String> how(View view, boolean failed, Sight sight) throws SQLException {
    for (MasterReference master : view.masters()) {
      Optional<String> how = how(master, sight);
      if (how.isPresent()) {
        return how;
      }
    }
    return failed ? Optional.of("could not be compiled once") : Optional.empty();
  }

  private static Optional<String> how(MasterReference master, Sight sight) throws SQLException {
    String name = master.name().name().text();
    if (master.kind() == MasterReference.Kind.MATERIALIZED_VIEW) {
      boolean isThere = sight.catalog().views().containsKey(Sight.lower(name));
      return isThere ? Optional.empty() : Optional.of("reads %s, which is gone".formatted(name));
    } else if (master.kind() == MasterReference.Kind.UNWATCHED) {
      return Optional.empty();
    }
    Optional<TableInfo> now = sight.table(master.name());
    if (now.isEmpty()) {
      return Optional.of("reads %s, which is gone".formatted(name));
    }
    return now.get().definition().equals(master.definition())
        ? Optional.empty()
        : Optional.of("reads %s, which is defined otherwise now".formatted(name));
  }

  @Override
  public String object() {
    return view.name().name().text();
  }

  @Override
  public String what() {
    return how;
  }

  @Override
  public String meaning() {
    return "it keeps the rows that it has, and is not refreshed";
  }

  @Override
  public String remedy() {
    return isMendable
        ? "compiles it, and fills it by its query"
        : "the query fits no more: change back what it reads, or drop the view";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.compile(view);
  }
}
