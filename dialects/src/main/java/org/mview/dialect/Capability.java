package org.mview.dialect;

/** What some databases can do and others cannot. */
public enum Capability {
  /** DDL is undone by a rollback, and does not commit. */
  TRANSACTIONAL_DDL,
  /**
   * A transaction sees, to its end, what was committed at its beginning, whatever it defines. So
   * each definition of ours is committed at once: what others have written before it, and no
   * trigger has logged, is seen by the next transaction.
   */
  ONE_SNAPSHOT,
  /** A transaction can be undone to a point in it, and then goes on. */
  SAVEPOINTS,
  /** A savepoint that is set outside of a transaction begins one. */
  SAVEPOINT_BEGINS,
  /** Columns that {@code SELECT *} does not show. */
  INVISIBLE_COLUMNS,
  /** Constraints can be added to a table that is there. */
  ADD_CONSTRAINT,
  /** A plain view can be given another query while other views read it. */
  REPLACES_VIEWS,
  /** A plain view gets another query by ALTER VIEW, while other views read it. */
  ALTERS_VIEWS,
  /** UNION ALL takes no large objects and no arrays: what is read cannot be gathered. */
  UNITES_NO_LARGE_OBJECTS,
  /** Rows that MERGE deletes fire no triggers. */
  MERGES_PAST_TRIGGERS,
  /** It warns of a statement that has changed no row; of ours, nobody wants to know. */
  WARNS_OF_NOTHING,
  /** There are no users, and nothing is granted to them. */
  HAS_NO_USERS,
  /** CASE fills the shorter of its texts up with spaces, where all of them are written out. */
  PADS_TEXTS,
  /** A table that is made of a query has no constraints: statements behind it add them. */
  BARE_COPIES,
  /** Only one transaction writes at a time, so log rows are numbered in the order of commits. */
  SINGLE_WRITER,
  /** One statement may change a row twice. */
  CHANGES_ROWS_TWICE,
  /** Its triggers may merge what changes into views. */
  MERGES_BY_TRIGGERS,
  /**
   * These merge only what adds up exactly: a commit has nothing to look at. Who writes waits for
   * those who have changed the same groups.
   */
  MERGES_EXACTLY,
  /** A transaction goes on after a statement of it has failed. */
  GOES_ON_AFTER_ERRORS,
  /** A statement may read the table that it changes, in any subquery. */
  READS_WHAT_IT_CHANGES,
  /** Texts that are equal are seldom sure to be the same: most collations ignore case. */
  BLURS_TEXTS,
  /** An error tells the name of the constraint that is violated. */
  NAMES_CONSTRAINTS,
  /**
   * LOCK TABLES holds locks that no transaction ends: what begins one takes them away, and no other
   * table can be read as long as they are there.
   */
  LOCKS_TABLES,
  /** Constraints that are declared are checked, CHECK too. */
  CHECKS,
  /** A key has a largest length, so an index is made for what its columns can hold. */
  LIMITS_KEYS,
  /** It has COMMENT ON COLUMN, of tables and of plain views. */
  COMMENTS_COLUMNS,
  /** Columns of a primary key have to be NOT NULL before. */
  KEYS_WANT_NOT_NULL,
  /** It has TRUNCATE, which triggers see. */
  TRUNCATES,
  /** Rows in the way of a unique index may be replaced, which triggers do not see. */
  REPLACES_ROWS,
  /** INTERSECT is taken before UNION and EXCEPT, and not simply from the left. */
  INTERSECTS_FIRST,
  /**
   * NATURAL JOIN compares columns of the table before it, and not of all that was joined by then.
   */
  PAIRS_NATURALLY_WITH_ONE,
  /**
   * The parts of a union are converted to a common type of decimals, so that 1 becomes 1.0000: a
   * change, which is read from one part, has other values than the union.
   */
  CONVERTS_IN_UNIONS,
  /**
   * Texts that meet one of CHAR(n), in a union or a comparison, are converted to one type, in which
   * spaces at their end may count otherwise: a change, which is read from one part of a union, has
   * others, and several texts that differ may be equal to one.
   */
  MIXES_CHARS,
  /**
   * EXISTS over a part of WITH that compares by {@code <=>} misses rows with NULL (MariaDB's
   * exists_to_in with derived_with_keys).
   */
  MISSES_NULLS_IN_PARTS,
  /** A text in arithmetic is a floating-point number, and nobody looks at each value. */
  ROUNDS_TEXTS,
  /** An index is part of its table, and only there it has a name. */
  INDEXES_WITHIN_TABLES,
  /** AVG is rounded to a type of its own for each type of numbers. */
  ROUNDS_AVERAGES,
  /** A transaction has the isolation level of its session, which changes between two of them. */
  LEVEL_OF_SESSION,
  /** Nobody can ask which isolation level a transaction has, only which the session has. */
  HIDES_ISOLATION,
  /** It has materialized views of its own, which it fills itself. */
  MATERIALIZES_VIEWS,
  /** Its planner tries every order of the tables of a join: a statement of many takes seconds. */
  TRIES_ALL_ORDERS,
  /**
   * A query that changes rows, and fails, leaves those that it has changed by then, of which no
   * trigger was told.
   */
  LEAVES_HALF_OF_QUERIES,
  /** Every expression has a type, known before it is run. */
  TYPED_EXPRESSIONS,
  /**
   * A statement sees tables at the moment at which it begins only if it names them itself: not
   * those that are named in a subquery of a part of it, nor those behind a view of a view.
   */
  SEES_WHAT_IS_NAMED,
  /**
   * A subquery of a statement that is run again may give the rows that it had before, though
   * another transaction has committed meanwhile: a statement is run once.
   */
  REUSES_RESULTS,
  /** A transaction is prepared by PREPARE COMMIT, and then committed by COMMIT TRANSACTION. */
  NAMES_BRANCHES,
  /**
   * Statements in one text, with semicolons between them, are sent at once and answered one after
   * the other. Each is a statement of its own to the database: at READ COMMITTED it sees what was
   * committed before it began.
   */
  TAKES_SEVERAL,
  /**
   * Several servers write one database, and a commit is refused when another server has written the
   * same row meanwhile: a lock that is not written is known to its own server alone.
   */
  MANY_NODES
}
