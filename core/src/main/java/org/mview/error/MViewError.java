package org.mview.error;

/**
 * Every error we raise: Oracle's number, an SQLState of the standard, and our own wording.
 *
 * <p>A message names the object and the way out. It never holds values of rows, and no credentials.
 */
public enum MViewError {
  // Statements
  SYNTAX(933, "42601", "syntax error at line %s, column %s, near %s: expected %s"),
  CLAUSE_GIVEN_TWICE(922, "42613", "clause %s is given twice"),
  CLAUSES_CONFLICT(12051, "42613", "%s cannot be combined with %s"),
  NOT_SUPPORTED(3001, "0A000", "%s is not supported: %s"),
  CLAUSES_EXCLUDE_EACH_OTHER(922, "42613", "%s cannot be combined with %s"),
  NEVER_REFRESH_CONFLICTS(12056, "42613", "%s cannot be combined with %s"),
  PREBUILT_CONFLICTS(12058, "42613", "%s cannot be combined with %s"),
  PREBUILT_OBJECT(32304, "42613", "%s cannot be combined with %s"),
  ON_QUERY_COMPUTATION_CONFLICTS(32360, "42613", "%s cannot be combined with %s"),
  ON_QUERY_NOT_POSSIBLE(
      32361, "0A000", "materialized view %s cannot be ENABLE ON QUERY COMPUTATION: %s"),
  PURGE_CONFLICTS(32425, "42613", "a log WITH COMMIT SCN cannot be combined with %s"),
  NOT_IN_ALTER(12061, "42601", "%s is not allowed in ALTER: drop the object and create it anew"),
  COLUMN_GIVEN_TWICE(957, "42701", "column %s is given twice"),
  CALL_NOT_VALID(6550, "42000", "call of %s is not valid: %s"),
  ARGUMENT_NOT_CONVERTIBLE(
      6502, "22018", "parameter %s of %s is of type %s, and the value given is not"),
  REFRESH_METHOD_UNKNOWN(6502, "22023", "there is no refresh method %s: use F, C, A or ?"),
  PARALLELISM_NOT_VALID(6502, "22003", "parallelism cannot be %s: say how many connections, or 0"),
  SETTING_NOT_VALID(96, "22023", "invalid value %s for parameter %s: it is one of %s"),
  ROUTINE_UNKNOWN(6550, "42883", "PLS-00302: package %s has no procedure %s"),

  // The driver
  PARAMETER_POSITION(17003, "07009", "there is no parameter %s: the statement has %s"),
  STATEMENT_CLOSED(17009, "55000", "the statement is closed: create another one"),
  STATEMENT_OUTDATED(
      4068,
      "55000",
      "a view that the statement reads with FRESH_MV is not as when it was prepared: prepare it again"),
  PARAMETER_NOT_SET(17041, "07001", "parameter %s is neither set nor registered as OUT"),
  PARAMETER_NOT_OUT(17021, "07009", "parameter %s has no value: register it as OUT, then execute"),
  URL_WITHOUT_DRIVER(17067, "08001", "no JDBC driver takes a URL that begins with '%s': %s"),
  PROPERTY_NOT_VALID(17068, "22023", "connection property %s is not valid: %s"),
  RETURNS_NO_ROWS(
      17128,
      "07005",
      "a statement on materialized views returns no rows: call execute or executeUpdate for it"),
  RETURNS_ROWS(17129, "07005", "the statement returns rows: call execute or executeQuery for it"),
  PARAMETER_NAME(17147, "07009", "there is no parameter named %s: the statement has %s"),
  NO_ROW(17289, "24000", "the result set has neither rows nor columns"),
  VALUE_NOT_CONVERTIBLE(6502, "22018", "a value of type %s cannot be read as %s"),

  // Objects and definitions
  TABLE_MISSING(942, "42S02", "table or view %s does not exist"),
  NAME_TAKEN(955, "42S01", "name %s is already used by another table, view or index"),
  VIEW_EXISTS(
      12006, "42S01", "materialized view %s already exists: drop it first, or say IF NOT EXISTS"),
  VIEW_MISSING(12003, "42S02", "materialized view %s does not exist"),
  VIEW_LIST_UNKNOWN(23401, "42S02", "materialized view %s does not exist"),
  VIEW_READ_ONLY(1732, "42000", "materialized view %s is read-only: change the tables it reads"),
  TABLE_REFERRED_TO(
      2266, "0A000", "table %s cannot be truncated: foreign keys of other tables refer to it"),
  VIEW_READ_BY_ITS_CHANGE(
      4091,
      "55000",
      "materialized view %s is kept by triggers of the table that the statement changes, and cannot be"
          + " read by the same statement: read it before, or create it with mview.byTriggers=false"),
  VIEW_DROPPED_OTHERWISE(12083, "42809", "%s is a materialized view: use DROP MATERIALIZED VIEW"),
  VIEW_COMMENTED_OTHERWISE(
      12098, "42809", "%s is a materialized view: use COMMENT ON MATERIALIZED VIEW"),
  QUERY_NOT_VALID(900, "42601", "the query of materialized view %s is not valid: %s"),
  COLUMN_MISSING(904, "42703", "table %s has no column %s"),
  COLUMN_COUNT(1730, "42811", "materialized view %s has %s column names for %s columns"),
  COLUMN_WITHOUT_NAME(
      998, "42611", "column %s of materialized view %s needs a name: give it an alias"),
  COLUMN_NAME_TWICE(957, "42701", "column %s of materialized view %s is given twice: use aliases"),
  UPDATABLE_TOO_COMPLEX(12013, "0A000", "materialized view %s cannot be FOR UPDATE: %s"),
  PRIMARY_KEY_MISSING(
      12014, "42000", "table %s has no primary key that is never NULL: use WITH ROWID"),
  PRIMARY_KEY_NOT_SELECTED(
      12016, "42000", "materialized view %s does not select primary key column %s"),
  LINK_UNKNOWN(
      2019, "42704", "database link %s does not exist: tables of other databases cannot be read"),
  REWRITE_NOT_POSSIBLE(
      30353, "0A000", "materialized view %s cannot stand for parts of queries: %s"),
  REWRITE_NOT_DETERMINISTIC(
      30357,
      "0A000",
      "materialized view %s cannot stand for parts of queries: %s is not deterministic"),
  NO_KEY_TO_ORGANIZE_BY(
      25175,
      "42000",
      "ORGANIZATION INDEX: materialized view %s has no key to be stored by, as %s: leave the clause"
          + " out, or select the primary key of each table, or groups of NOT NULL columns"),
  KEY_NOT_COMPRESSIBLE(
      25193, "42000", "COMPRESS: the key of materialized view %s is one column, %s"),
  KEY_PREFIX_TOO_LONG(
      25194,
      "42000",
      "COMPRESS %s: of the key of materialized view %s, 1 to %s columns can be compressed"),
  PREBUILT_MISSING(12059, "42S02", "table %s does not exist: ON PREBUILT TABLE adopts one"),
  PREBUILT_MISMATCH(12060, "42804", "table %s does not fit the query of the view: %s"),
  PREBUILT_IS_MASTER(32334, "55006", "table %s cannot hold a view: materialized view %s reads it"),
  PREBUILT_READS_ITSELF(32349, "42000", "the query of materialized view %s reads its own table"),
  VIEW_NOT_COMPILABLE(12018, "55000", "materialized view %s cannot be compiled: %s"),
  ON_COMMIT_NOT_POSSIBLE(12054, "0A000", "materialized view %s cannot be refreshed ON COMMIT: %s"),
  REGISTRY_IS_NEWER(
      3001,
      "0A000",
      "the registry of this database has version %s, this driver knows %s: use a newer driver"),

  // Logs
  CHANGE_LOG_EXISTS(12000, "42710", "table %s already has a materialized view log"),
  CHANGE_LOG_UNKNOWN(12002, "42704", "table %s has no materialized view log"),
  CHANGE_LOG_RECORDS(
      12027, "42710", "the log on %s records %s already: leave it out, or say LOG FORCE ON"),
  NEW_VALUES_STAY(
      32407,
      "42000",
      "the log on %s records new values, which cannot be taken back: drop it, and create it anew"),
  CHANGE_LOG_MISSING(
      23413, "55000", "table %s has no materialized view log: create one, then refresh completely"),
  CHANGE_LOG_TOO_YOUNG(
      12034,
      "55000",
      "the log on %s is younger than the last refresh of %s: refresh completely once"),
  CHANGE_LOG_DAMAGED(
      12035,
      "55000",
      "the log on %s has lost triggers or partitions: refresh completely, which makes it whole"),
  VIEW_NOT_REGISTERED(23425, "42704", "materialized view %s reads no log here"),
  CHANGE_LOG_NOT_POSSIBLE(12019, "0A000", "changes of %s cannot be logged: %s"),

  COLUMN_NOT_LOGGED(
      12033, "55000", "the log on %s does not hold column %s: create it with the column"),
  LOGS_OF_TWO_KINDS(
      32414, "42000", "%s has a log WITH COMMIT SCN, and %s has one without: make both alike"),

  // Refresh
  REFRESH_FAILED(12008, "55000", "refresh of materialized view %s failed"),
  COMMIT_REFRESH_FAILED(
      12008, "40000", "refresh of materialized view %s failed, the transaction is rolled back"),
  IN_BRANCH(2089, "0A000", "%s is not allowed in a branch of a distributed transaction: %s"),
  COMMIT_CONSTRAINT_FAILED(
      12008, "40002", "refresh of materialized view %s failed, the transaction is rolled back"),
  STATEMENT_REFRESH_FAILED(
      12008, "55000", "refresh of materialized view %s failed, the statement is undone"),
  STATEMENT_CONSTRAINT_FAILED(
      12008, "23000", "refresh of materialized view %s failed, the statement is undone"),
  REFRESH_OF_LIST_FAILED(
      12048, "55000", "refresh of materialized view %s failed, nothing is changed"),
  NOT_FAST_REFRESHABLE(12015, "0A000", "materialized view %s cannot be refreshed fast: %s"),
  PARTITIONS_NOT_TRACKED(
      12047,
      "0A000",
      "materialized view %s cannot be refreshed by partitions: none of its tables has partitions and "
          + "a log; use F, C or ?"),
  MUST_BE_COMPLETELY_REFRESHED(
      12057, "55000", "materialized view %s must be completely refreshed first"),
  FRESH_ROWS_NOT_POSSIBLE(
      32358, "55000", "rows of materialized view %s as of now cannot be computed: %s"),
  VIEWS_CHANGED_MEANWHILE(
      60,
      "40001",
      "materialized views were changed by another session while this transaction was open: it is"
          + " rolled back, run it again"),
  LOGS_CHANGE_TOO_FAST(
      54,
      "40001",
      "the logs of materialized view %s change as fast as they are read: refresh it again"),
  NEVER_REFRESHED(23538, "55000", "materialized view %s is NEVER REFRESH"),
  CAPABILITIES_TABLE_NOT_VALID(
      30378,
      "42804",
      "MV_CAPABILITIES_TABLE has no column %s: drop it, and it is made anew when it is needed"),

  OUT_OF_PLACE_CONFLICTS(
      32354, "42613", "out_of_place => TRUE wants atomic_refresh => FALSE, which must be said"),
  STATISTICS_SETTING_NOT_VALID(20000, "22023", "%s of DBMS_MVIEW_STATS cannot be %s: give %s"),

  // Advice
  TUNING_NOT_POSSIBLE(13600, "0A000", "QSM-%s: materialized view %s cannot be tuned: %s"),
  TASK_MISSING(13605, "42704", "task %s does not exist"),
  TASK_EXISTS(13607, "42710", "task %s exists already: give another name, or delete it"),

  // Dimensions
  DIMENSION_ADDS_AND_DROPS(
      30348, "42613", "ADD and DROP cannot be combined in one ALTER DIMENSION %s: use two"),
  DIMENSION_EXISTS(955, "42710", "dimension %s exists already: drop it first, or alter it"),
  DIMENSION_MISSING(30333, "42704", "dimension %s does not exist"),
  DIMENSION_LEVEL_MISSING(30342, "42704", "level %s is not defined in dimension %s"),
  DIMENSION_LEVEL_GIVEN_TWICE(30343, "42710", "level %s of dimension %s is given twice"),
  DIMENSION_LEVEL_NEEDED(30341, "2BP01", "level %s of dimension %s cannot be dropped: %s"),
  DIMENSION_LEVEL_OF_TWO_TABLES(
      30363, "42000", "level %s of dimension %s has columns of %s and of %s: take those of one"),
  DIMENSION_LEVELS_ALIKE(
      30364, "42000", "levels %s and %s of dimension %s have the same columns: one is enough"),
  COLUMN_OF_TWO_DIMENSIONS(
      30371, "42000", "column %s makes a level of dimension %s, and cannot make one of %s"),
  HIERARCHY_MISSING(30349, "42704", "hierarchy %s is not defined in dimension %s"),
  HIERARCHY_GIVEN_TWICE(30346, "42710", "hierarchy %s of dimension %s is given twice"),
  HIERARCHY_CIRCULAR(
      30345, "42000", "hierarchy %s of dimension %s makes level %s a parent of itself"),
  JOIN_KEY_OUTSIDE(
      30335, "42000", "hierarchy %s of dimension %s: JOIN KEY references level %s, not in it"),
  JOIN_KEY_WITHOUT_CHILD(
      30336,
      "42000",
      "hierarchy %s of dimension %s: JOIN KEY references level %s, which has no child"),
  JOIN_KEY_GIVEN_TWICE(
      30337, "42000", "hierarchy %s of dimension %s: more than one JOIN KEY references level %s"),
  JOIN_KEY_COLUMN_COUNT(
      30344, "42000", "hierarchy %s of dimension %s: JOIN KEY has %s columns, and level %s has %s"),
  JOIN_KEY_WITHIN_TABLE(
      30365,
      "42000",
      "hierarchy %s of dimension %s: level %s needs no JOIN KEY, its child is in %s, too"),
  JOIN_KEY_OF_OTHER_TABLE(
      30366,
      "42000",
      "hierarchy %s of dimension %s: column %s of JOIN KEY must be of the table of level %s, %s"),
  JOIN_KEY_MISSING(
      30367,
      "42601",
      "hierarchy %s of dimension %s: levels %s and %s are in %s and in %s, say JOIN KEY"),
  ATTRIBUTE_MISSING(30350, "42704", "attribute %s is not defined in dimension %s"),
  ATTRIBUTE_OF_OTHER_TABLE(
      30368,
      "42000",
      "attribute %s of dimension %s: column %s must be of the table of level %s, %s"),

  // Schedules and refresh groups
  DATE_NOT_VALID(23319, "22023", "date expression %s is not valid: %s"),
  INTERVAL_NOT_IN_FUTURE(23420, "22023", "%s gives no time in the future"),
  GROUP_EXISTS(23403, "42710", "refresh group %s exists already"),
  GROUP_MISSING(23404, "42704", "refresh group %s does not exist"),
  VIEW_IN_OTHER_GROUP(
      23410,
      "55006",
      "materialized view %s belongs to refresh group %s: take it out, or say lax => TRUE to move it"),
  VIEW_NOT_IN_GROUP(23411, "42704", "materialized view %s is not in refresh group %s"),
  JOB_MISSING(23421, "42704", "job %s does not exist"),
  JOB_TAKEN_OVER(
      12012, "40001", "job %s was taken over by another process while it ran: nothing is changed"),

  // Constraints
  CHECK_VIOLATED(2290, "23513", "check constraint (%s.%s) violated"),
  UNIQUE_VIOLATED(1, "23505", "unique constraint (%s.%s) violated"),
  NOT_NULL_VIOLATED(1400, "23502", "column %s.%s must not be NULL"),
  FOREIGN_KEY_VIOLATED(2291, "23503", "foreign key of %s.%s violated"),
  ROWS_VIOLATE_CHECK(2293, "23513", "rows of %s violate (%s)"),
  ROWS_VIOLATE_NOT_NULL(2296, "23502", "rows of %s violate (%s): a column is NULL"),
  ROWS_VIOLATE_FOREIGN_KEY(2298, "23503", "rows of %s violate (%s): a row is missing in %s"),
  ROWS_VIOLATE_UNIQUE(2299, "23505", "rows of %s violate (%s): there are duplicates"),
  ROWS_VIOLATE_PRIMARY_KEY(
      2437, "23505", "rows of %s violate (%s): there are duplicates, or a column is NULL"),
  CONSTRAINT_EXISTS(2264, "42710", "constraint %s of %s exists already"),
  CONSTRAINT_MISSING(2443, "42704", "%s has no constraint %s"),
  AGGREGATE_IN_CHECK(934, "42803", "an aggregate function is not permitted in a constraint on %s"),
  ;

  private final int code;
  private final String sqlState;
  private final String template;

  MViewError(int code, String sqlState, String template) {
    this.code = code;
    this.sqlState = sqlState;
    this.template = template;
  }

  /** Oracle's number, without "ORA-". */
  public int code() {
    return code;
  }

  /** Five characters, as the standard has them. */
  public String sqlState() {
    return sqlState;
  }

  /** This error, about these objects. */
  public MViewException of(Object... arguments) {
    return new MViewException(this, template.formatted(arguments));
  }
}
