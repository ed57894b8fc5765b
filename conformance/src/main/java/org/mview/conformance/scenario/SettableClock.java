package org.mview.conformance.scenario;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set. */
final class SettableClock implements InstantSource {
  private Instant time = Instant.parse("2024-05-15T10:20:30Z"); // a Wednesday

  @Override
  public Instant instant() {
    return time;
  }

  void set(Instant other) {
    time = other;
  }
}
