package org.mview.crash;

import java.sql.SQLException;

/** Makes one call to the real database fail, once. */
final class Faults {
  private int left;
  private boolean happened;
  private String failed = "";
  private final String state;

  /** With an error that says nothing: of input and output. */
  Faults() {
    this("58030");
  }

  /** With an error of this SQLState. */
  Faults(String state) {
    this.state = state;
  }

  /** The call of this number from now on fails, counted from 1. */
  void arm(int number) {
    left = number;
    happened = false;
    failed = "";
  }

  void disarm() {
    left = 0;
  }

  /** Whether the call that was to fail has come. */
  boolean haveHappened() {
    return happened;
  }

  /** What has failed. */
  String failed() {
    return failed;
  }

  /** A call is about to be made. */
  void before(String call) throws SQLException {
    if (left > 0 && --left == 0) {
      happened = true;
      failed = call;
      throw new Injected(call, state);
    }
  }

  /** The failure that was wanted. */
  static final class Injected extends SQLException {
    private static final long serialVersionUID = 1L;

    Injected(String call, String state) {
      super("injected failure of: " + call, state, 10);
    }
  }
}
