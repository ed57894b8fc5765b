package org.mview.cli;

/** What the program ends with; 2 is picocli's own, for arguments that are not valid. */
final class ExitCode {
  static final int OK = 0;

  /** A statement failed, or a view was not right. */
  static final int FAILED = 1;

  private ExitCode() {}
}
