package org.mview.dialect;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * A row of the table of marks, which triggers put there and the next commit takes out.
 *
 * @param id of a log: rows of its master are being changed, or have been, of which not every view
 *     knows; of a view: a sum in it is not exact
 */
public record Mark(long id) {
  /** The table of marks; its column is called id. */
  public static final String TABLE = "mview$mark";

  /** Whether it is there, as a condition. */
  public String isThere() {
    return "EXISTS (SELECT 1 FROM \"%s\" WHERE id = %s)".formatted(TABLE, id);
  }

  /** Whether one of these is there, as a condition. */
  public static String isAnyThere(Collection<Mark> marks) {
    return marks.stream()
        .sorted(Comparator.comparing(Mark::id))
        .map(Mark::isThere)
        .collect(Collectors.joining(" OR "));
  }

  /** The statement that puts it there, where it is not, if a condition holds. */
  public String put(String condition) {
    return "INSERT INTO \"%s\" (id) SELECT %s WHERE (%s) AND NOT %s"
        .formatted(TABLE, id, condition, isThere());
  }
}
