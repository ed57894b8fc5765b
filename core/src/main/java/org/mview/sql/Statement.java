package org.mview.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.sql.Query.From;

/** A statement that we write; a dialect turns it into text. */
public sealed interface Statement {

  /** A column and what becomes of it. */
  record Assignment(Identifier column, Expression value) {}

  /**
   * INSERT … SELECT.
   *
   * @param merge what happens to a row whose key is there already; empty where that is an error
   */
  record Insert(QualifiedName into, List<Identifier> columns, Query query, Optional<Merge> merge)
      implements Statement {
    public Insert {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What an INSERT does to a row that is there already.
   *
   * @param key the columns of the unique index
   * @param updates in whose values {@code existing} and {@link #PROPOSED} name the two rows
   * @param existing names the row that is there
   */
  record Merge(List<Key> key, List<Assignment> updates, Identifier existing) {
    /** Names the row that is there, where it need not be called by the table's name. */
    public static final Identifier EXISTING = Identifier.of("existing");

    /** Names the row that was to be inserted. */
    public static final Identifier PROPOSED = Identifier.of("proposed");

    public Merge {
      key = List.copyOf(key);
      updates = List.copyOf(updates);
    }
  }

  /** A column of a unique index in which NULL is like NULL. */
  record Key(Identifier column, Type type) {}

  /**
   * Changes rows of a table by those of a query.
   *
   * @param on which row of the query belongs to which of the table, of which it may be one at most;
   *     empty where the query has one row, which changes them all
   */
  record UpdateFrom(
      QualifiedName table,
      Identifier alias,
      List<Assignment> updates,
      Query query,
      Identifier queryAlias,
      List<Expression> on)
      implements Statement {
    public UpdateFrom {
      updates = List.copyOf(updates);
      on = List.copyOf(on);
    }
  }

  /** A statement as the database reads it. */
  record Verbatim(String sql) implements Statement {}

  /**
   * Statements that read the database as it is at one moment.
   *
   * @param guard a condition: whether anything is to be done; also the answer
   * @param parts each an INSERT or an UPDATE; they may read, by its name, a table into which an
   *     earlier one inserts, and see those rows
   * @param others statements of the same moment, as texts
   */
  record AtOnce(Expression guard, List<Statement> parts, List<String> others) implements Statement {
    /** What the parts and the others read the guard from: one row and one column. */
    public static final Identifier GUARD = Identifier.of("mview$guard");

    /** The only column of the guard. */
    public static final String HOLDS_COLUMN = "holds";

    /** What the parts and the others ask: whether something is to be done. */
    public static final Fragment HOLDS =
        Fragment.text("(SELECT %s FROM \"%s\")".formatted(HOLDS_COLUMN, GUARD));

    public AtOnce {
      parts = List.copyOf(parts);
      others = List.copyOf(others);
    }
  }

  /** Deletes every row. */
  record DeleteAll(QualifiedName from) implements Statement {}

  /**
   * Deletes the rows of a table that can be joined with others.
   *
   * @param key columns, never NULL, by which no two rows of the table are equal; empty where there
   *     are none
   * @param with nothing, where the conditions are over the table alone
   */
  record DeleteJoined(
      QualifiedName from,
      Identifier alias,
      List<Identifier> key,
      List<From> with,
      List<Expression> where)
      implements Statement {
    public DeleteJoined {
      key = List.copyOf(key);
      with = List.copyOf(with);
      where = List.copyOf(where);
    }
  }

  /**
   * Deletes copies of rows: for each row of a stage with a negative weight, as many as it says.
   *
   * @param columns of the table, each compared with the column of the stage at its place
   * @param blurred those of them in which values can be equal that are not the same
   * @param stage whose rows all differ
   */
  record DeleteCopies(
      QualifiedName from,
      List<Identifier> columns,
      Set<Identifier> blurred,
      Query.Source stage,
      List<Identifier> stageColumns,
      Identifier weight)
      implements Statement {
    public DeleteCopies {
      columns = List.copyOf(columns);
      blurred = Set.copyOf(blurred);
      stageColumns = List.copyOf(stageColumns);
    }
  }
}
