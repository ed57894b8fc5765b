package org.mview.date;

/** An expression cannot be read, or has no value: the message says why. */
final class NotADate extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotADate(String message) {
    super(message);
  }
}
