package org.mview.date;

import java.time.LocalDateTime;

/** A part of an expression. */
@FunctionalInterface
interface Term {
  /** What it is worth at this moment. */
  Value at(LocalDateTime now);
}
