package org.mview.error;

import java.util.Locale;

/**
 * An error of ours; what reaches the application is the SQLException that the driver makes of it.
 */
public final class MViewException extends RuntimeException {

  private final MViewError error;

  MViewException(MViewError error, String text) {
    super(String.format(Locale.ROOT, "ORA-%05d: %s", error.code(), text));
    this.error = error;
  }

  /** Which error it is. */
  public MViewError error() {
    return error;
  }

  /** The same error, with what led to it. */
  public MViewException because(Throwable cause) {
    initCause(cause);
    return this;
  }
}
