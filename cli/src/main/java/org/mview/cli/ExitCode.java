package org.mview.cli;

/** What the program ends with. */
final class ExitCode {
  static final int OK = 0;

  /** A statement failed, a view was not right, or something was found. */
  static final int FAILED = 1;

  /** Nobody could look; also picocli's own, for arguments that are not valid. */
  static final int NOT_LOOKED = 2;

  private ExitCode() {}
}
