package org.mview.delta;

import java.util.List;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Stored;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/** One step of a refresh. In a plan, steps that read the masters come before those that write. */
public sealed interface Step {
  /** The name under which a plan reads the container itself. */
  String CONTAINER = "container";

  /** What the step reads; nothing where it reads no rows. */
  Relation rows();

  /** Puts rows away under a name, for later steps of the same refresh. */
  record Keep(Stored as, Relation rows) implements Step {}

  /** Empties the container. */
  record DeleteAll() implements Step {
    @Override
    public Relation rows() {
      return UnionAll.nothing(List.of());
    }
  }

  /**
   * Deletes the rows of the container whose values are among the keys, NULL being like NULL, and
   * which fulfil the conditions.
   *
   * @param by columns of the keys
   * @param on columns of the container, each compared with the one at its place
   * @param conditions over the columns of the container and of the keys
   */
  record DeleteAmong(Relation keys, List<Column> by, List<Column> on, List<Expression> conditions)
      implements Step {
    public DeleteAmong {
      by = List.copyOf(by);
      on = List.copyOf(on);
      conditions = List.copyOf(conditions);
    }

    @Override
    public Relation rows() {
      return keys;
    }
  }

  /** Deletes as many copies of each row with a negative weight as the weight says. */
  record DeleteCopies(Stored signed) implements Step {
    @Override
    public Relation rows() {
      return signed;
    }
  }

  /** Adds rows, whose columns are those of the container. */
  record Insert(Relation rows) implements Step {}

  /**
   * Adds groups that are new, and changes those that are there.
   *
   * @param rows a new row for each group, in the order of the container's columns, under names of
   *     their own
   * @param key the columns of the container by which a group is found; with none there is one row,
   *     which is always there
   * @param updates what becomes of a column of the container, over its columns and those of the
   *     rows
   */
  record Merge(Relation rows, List<Column> key, List<Project.Item> updates) implements Step {
    public Merge {
      key = List.copyOf(key);
      updates = List.copyOf(updates);
    }
  }
}
