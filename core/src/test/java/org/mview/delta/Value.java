package org.mview.delta;

/** A value as a database has it, for tests: NULL, a whole number, or an approximate one. */
record Value(Kind kind, double number) implements Comparable<Value> {
  static final Value NULL = new Value(Kind.NULL, 0);
  static final Value TRUE = of(1);
  static final Value FALSE = of(0);

  enum Kind {
    NULL,
    WHOLE,
    APPROXIMATE
  }

  static Value of(long number) {
    return new Value(Kind.WHOLE, number);
  }

  static Value approximate(double number) {
    return new Value(Kind.APPROXIMATE, number);
  }

  static Value of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  boolean isNull() {
    return kind == Kind.NULL;
  }

  boolean isTrue() {
    return !isNull() && number != 0;
  }

  /** The sum, whole only when both are; NULL with NULL. */
  Value plus(Value other) {
    return isNull() || other.isNull() ? NULL : with(other, number + other.number);
  }

  Value times(Value other) {
    return isNull() || other.isNull() ? NULL : with(other, number * other.number);
  }

  Value orZero() {
    return isNull() ? of(0) : this;
  }

  /** NULL comes first; a whole number before an approximate one that is equal to it. */
  @Override
  public int compareTo(Value other) {
    int byNull = Boolean.compare(other.isNull(), isNull());
    int byNumber = Double.compare(number, other.number);
    return byNull != 0 ? byNull : byNumber != 0 ? byNumber : kind.compareTo(other.kind);
  }

  private Value with(Value other, double result) {
    boolean whole = kind == Kind.WHOLE && other.kind == Kind.WHOLE;
    return new Value(whole ? Kind.WHOLE : Kind.APPROXIMATE, result);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case NULL -> "null";
      case WHOLE -> Long.toString((long) number);
      case APPROXIMATE -> Double.toString(number);
    };
  }
}
