package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of the registry that belong to something which it does not know any more. */
record LostRow(String table, String column, long id) implements Finding {
  /**
   * A column that names another entry.
   *
   * @param to the table of those entries
   */
  private record Reference(String table, String column, String to) {}

  private static final List<Reference> REFERENCES =
      List.of(
          new Reference("mview$view", "inner_of", "mview$view"),
          new Reference("mview$column", "view_id", "mview$view"),
          new Reference("mview$constraint", "view_id", "mview$view"),
          new Reference("mview$master", "view_id", "mview$view"),
          new Reference("mview$touch", "view_id", "mview$view"),
          new Reference("mview$log_column", "log_id", "mview$log"),
          new Reference("mview$index_reader", "view_id", "mview$view"),
          new Reference("mview$index_reader", "index_id", "mview$index"));

  /** Behind the others: those of the oldest registries are not there. */
  private static final String SINCE_INDEXES = "mview$index";

  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    boolean indexes = sight.tables().contains(SINCE_INDEXES);
    for (Reference reference : REFERENCES) {
      if (indexes || !reference.table().startsWith(SINCE_INDEXES)) {
        all.addAll(lost(reference, sight));
      }
    }
    return all;
  }

  /** Nothing has the number 0, and where it stands it names nothing. */
  private static List<Finding> lost(Reference reference, Sight sight) throws SQLException {
    return List.copyOf(
        sight
            .database()
            .read(
                """
                SELECT DISTINCT t.%2$s FROM "%1$s" AS t WHERE t.%2$s <> 0 \
                AND NOT EXISTS (SELECT 1 FROM "%3$s" AS o WHERE o.id = t.%2$s)"""
                    .formatted(reference.table(), reference.column(), reference.to()),
                row -> new LostRow(reference.table(), reference.column(), row.getLong(1))));
  }

  @Override
  public String object() {
    return table;
  }

  @Override
  public String what() {
    return "rows with %s %s, which the registry does not know".formatted(column, id);
  }

  @Override
  public String meaning() {
    return "an entry was deleted by hand, or is lost, and these are what is left of it";
  }

  @Override
  public String remedy() {
    return "deletes them";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.forget(table, column, id);
  }
}
