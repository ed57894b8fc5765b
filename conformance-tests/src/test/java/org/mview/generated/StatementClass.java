package org.mview.generated;

/** The kinds of statements and calls that are to be made up. */
enum StatementClass {
  CREATE_TABLE,
  CREATE_PLAIN_VIEW,
  INSERT,
  INSERT_MANY,
  INSERT_SELECT,
  INSERT_OR_REPLACE,
  INSERT_OR_IGNORE,
  INSERT_OR_ABORT,
  INSERT_OR_ROLLBACK,
  UPSERT,
  UPDATE,
  UPDATE_KEY,
  UPDATE_OR_REPLACE,
  UPDATE_OR_IGNORE,
  UPDATE_FROM,
  DELETE,
  DELETE_ALL,
  DELETE_USING,
  MERGE,
  TRUNCATE,
  WITH_DML,
  RETURNING,
  PREPARED,
  BATCH,
  TRIGGER,
  CREATE_INDEX,
  DROP_INDEX,
  ADD_COLUMN,
  RENAME_COLUMN,
  TEXT_TRANSACTION,
  TEXT_SAVEPOINT,
  JDBC_TRANSACTION,
  JDBC_SAVEPOINT,
  CREATE_VIEW,
  DROP_VIEW,
  ALTER_VIEW,
  REFRESH;

  /** Whether rows of the application's tables may change by it. */
  boolean changesRows() {
    return compareTo(INSERT) >= 0 && compareTo(BATCH) <= 0;
  }

  /** Whether a database without us does not know it. */
  boolean isOurs() {
    return compareTo(CREATE_VIEW) >= 0;
  }
}
