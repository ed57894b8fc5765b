package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.algebra.Table.TableColumn;
import org.mview.catalog.View;
import org.mview.dialect.TableInfo;
import org.mview.sql.Identifier;

/** Something else stands where the rows of a view should be. */
record StrangeContainer(View view, String user) implements Finding {
  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (View view : sight.catalog().views().values()) {
      if (isStrange(view, sight)) {
        all.add(new StrangeContainer(view, LostContainer.named(view, sight)));
      }
    }
    return all;
  }

  static boolean isStrange(View view, Sight sight) throws SQLException {
    Optional<TableInfo> table = sight.table(view.container().table());
    return table.isPresent() && !holds(table.get(), view.container().columns());
  }

  private static boolean holds(TableInfo table, List<Identifier> columns) {
    return table.kind() == TableInfo.Kind.TABLE
        && table.table().columns().stream().map(TableColumn::name).toList().containsAll(columns);
  }

  @Override
  public String object() {
    return user;
  }

  @Override
  public String what() {
    return "%s is not the table that holds its rows".formatted(view.container().table().name());
  }

  @Override
  public String meaning() {
    return "somebody has changed or replaced it: the view can be neither read nor refreshed";
  }

  @Override
  public String remedy() {
    return "rename or drop it, as its rows may be yours, and repair again";
  }

  @Override
  public boolean isMendable() {
    return false;
  }

  @Override
  public void mend(Repairs repairs) {
    throw new IllegalStateException(remedy());
  }
}
