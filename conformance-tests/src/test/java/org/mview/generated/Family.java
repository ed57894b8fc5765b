package org.mview.generated;

/** Values that can be compared with each other. */
enum Family {
  NUMBER,
  TEXT,
  BYTES,
  TRUTH,
  TIME,
  /** Of a day: what is compared with a date is of today. */
  CLOCK,
  /** Of a database whose columns take any value. */
  ANY
}
