package org.mview.doctor;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The position in a log of a view that is gone, or of a view in a log that is gone. */
record LostReader(String column, long id) implements Finding {
  private static final String LOST =
      """
      SELECT DISTINCT r.%1$s FROM "mview$reader" AS r \
      WHERE NOT EXISTS (SELECT 1 FROM "%2$s" AS o WHERE o.id = r.%1$s)""";

  static List<Finding> in(Sight sight) throws SQLException {
    return Stream.concat(
            lost("view_id", "mview$view", sight).stream(),
            lost("log_id", "mview$log", sight).stream())
        .toList();
  }

  private static List<Finding> lost(String column, String to, Sight sight) throws SQLException {
    return List.copyOf(
        sight
            .database()
            .read(LOST.formatted(column, to), row -> new LostReader(column, row.getLong(1))));
  }

  private boolean isOfView() {
    return column.equals("view_id");
  }

  @Override
  public String object() {
    return "mview$reader";
  }

  @Override
  public String what() {
    return isOfView()
        ? "view %s reads logs, and is gone".formatted(id)
        : "log %s is read, and is gone".formatted(id);
  }

  @Override
  public String meaning() {
    return isOfView()
        ? "the logs keep all rows for it, and grow"
        : "who read it does not hear of changes";
  }

  @Override
  public String remedy() {
    return isOfView()
        ? "deletes the position, and the rows that all others have read"
        : "deletes the position";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    if (isOfView()) {
      repairs.forgetReader(id);
    } else {
      repairs.forget("mview$reader", column, id);
    }
  }
}
