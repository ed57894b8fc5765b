package org.mview.cli.script;

/** Who is told that a statement runs, and for how long. */
@FunctionalInterface
public interface Waiting {
  /** Nobody. */
  Waiting NOBODY = sql -> () -> {};

  /** A statement begins; what is answered is closed before its results are written. */
  Wait begin(String sql);

  /** The time until a statement answers, or fails. */
  @FunctionalInterface
  interface Wait {
    /** It has answered, or failed. */
    void close();
  }
}
