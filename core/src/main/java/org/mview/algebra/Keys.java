package org.mview.algebra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    } else if (keepsRows(relation)) {
      return of(relation.inputs().get(0));
    } else if (relation instanceof Project project) {
      return ofProject(project);
    } else if (relation instanceof Join join) {
      return both(join.left(), join.right());
    } else if (relation instanceof OuterJoin outer) {
      return isTold(outer) ? both(outer.left(), outer.right()) : Optional.empty();
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

  private static Optional<List<Column>> both(Relation left, Relation right) {
    return of(left)
        .flatMap(l -> of(right).map(r -> Stream.concat(l.stream(), r.stream()).toList()));
  }

  /** Whether a relation is rows of its first input, each at most once, with all their columns. */
  private static boolean keepsRows(Relation relation) {
    return relation instanceof Filter
        || relation instanceof Restrict
        || relation instanceof SemiJoin
        || relation instanceof Window
        || relation instanceof Top;
  }

  /**
   * Whether a padded row tells by its key which side it is of. In a full join, both sides could
   * have one with NULLs alone in the key, unless the key of one has a column that is never NULL.
   */
  private static boolean isTold(OuterJoin outer) {
    return !outer.full() || hasNeverNull(outer.left()) || hasNeverNull(outer.right());
  }

  /** Whether a column that is never NULL is part of the key of a relation. */
  private static boolean hasNeverNull(Relation relation) {
    if (relation instanceof Scan scan) {
      return scan.table().keys().stream()
          .filter(scan.sources()::containsAll)
          .findFirst()
          .filter(key -> key.stream().anyMatch(scan.table()::isNeverNull))
          .isPresent();
    } else if (relation instanceof Join) {
      return relation.inputs().stream().anyMatch(Keys::hasNeverNull);
    } else if (relation instanceof OuterJoin outer) {
      return !outer.full() && hasNeverNull(outer.left());
    }
    return (keepsRows(relation) || relation instanceof Project)
        && hasNeverNull(relation.inputs().get(0));
  }
}
