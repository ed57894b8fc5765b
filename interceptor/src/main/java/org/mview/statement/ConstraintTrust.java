package org.mview.statement;

/** Which constraints of its tables a refresh may rely on. */
public enum ConstraintTrust {
  /** Those that the database watches over. */
  ENFORCED,
  /** Also those that are only declared. */
  TRUSTED
}
