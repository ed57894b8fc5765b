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
  CALL_NOT_VALID(6550, "42000", "call of %s is not valid: %s"),
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
