package org.mview.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mview.sql.Column;

/** By what the rows of a relation differ from one another. */
public final class Keys {
  private Keys() {}

  /**
   * Columns in which no two rows of the relation are equal, NULL being like NULL; empty where none
   * are known. The list itself may be empty: then there is at most one row.
   */
  public static Optional<List<Column>> of(Relation relation) {
    if (relation instanceof Scan scan) {
      return scan.keys().stream().findFirst();
    } else if (relation instanceof Filter filter) {
      return of(filter.input());
    } else if (relation instanceof Restrict restrict) {
      return of(restrict.input());
    } else if (relation instanceof Project project) {
      return ofProject(project);
    } else if (relation instanceof Join join) {
      return of(join.left()).flatMap(left -> of(join.right()).map(right -> both(left, right)));
    } else if (relation instanceof Aggregate aggregate) {
      return Optional.of(aggregate.keys());
    }
    return Optional.empty();
  }

  private static Optional<List<Column>> ofProject(Project project) {
    Map<Column, Column> kept =
        project.items().stream()
            .filter(item -> item.value() instanceof Column)
            .collect(
                Collectors.toMap(item -> (Column) item.value(), Project.Item::column, (a, b) -> a));
    return of(project.input())
        .filter(key -> kept.keySet().containsAll(key))
        .map(key -> key.stream().map((Function<Column, Column>) kept::get).toList());
  }

  private static List<Column> both(List<Column> left, List<Column> right) {
    List<Column> key = new ArrayList<>(left);
    key.addAll(right);
    return key;
  }
}
