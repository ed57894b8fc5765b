package org.mview.delta;

import java.util.List;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Keys;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;

/** Keeps the keys of the rows through projections that would drop them. */
final class Carry {
  private Carry() {}

  /** The same rows; these columns, of what projections and filters stand on, are added likewise. */
  static Relation columns(Relation relation, List<Column> columns) {
    if (relation instanceof Filter) {
      return relation.mapInputs(input -> columns(input, columns));
    } else if (relation instanceof Project project) {
      Relation input = columns(project.input(), columns);
      return ((Project) project.mapInputs(i -> input)).withSources(shown(input, columns));
    }
    return relation;
  }

  /** What columns of that on which projections and filters stand are called above them. */
  static List<Column> shown(Relation relation, List<Column> columns) {
    if (relation instanceof Filter filter) {
      return shown(filter.input(), columns);
    } else if (relation instanceof Project project) {
      return shown(project.input(), columns).stream().map(project::shown).toList();
    }
    return columns;
  }

  /** The same rows; the columns by which they differ are added behind the others. */
  static Relation keys(Relation relation) {
    if (relation instanceof Aggregate || relation instanceof UnionAll) {
      return relation;
    } else if (relation instanceof SemiJoin semi) {
      return semi.over(keys(semi.left()), semi.right());
    }
    if (relation instanceof OuterJoin outer) {
      Relation left = keys(outer.left());
      return outer.over(
          outer.full() ? padded(left, outer.left()) : left,
          padded(keys(outer.right()), outer.right()));
    }
    Relation over = relation.mapInputs(Carry::keys);
    return over instanceof Project project
        ? Keys.of(project.input()).<Relation>map(key -> project.withSources(key)).orElse(project)
        : over;
  }

  /** NULL may stand for a side of an outer join, and so for what is carried through it. */
  private static Relation padded(Relation carried, Relation before) {
    List<Project.Item> items =
        carried.columns().stream().map(column -> padded(column, before)).toList();
    boolean same = items.stream().allMatch(item -> item.column().equals(item.value()));
    return same ? carried : new Project(carried, items);
  }

  private static Project.Item padded(Column column, Relation before) {
    return before.columns().contains(column)
        ? Project.Item.of(column)
        : new Project.Item(new Column(column.name(), column.type().nullable(true)), column);
  }
}
