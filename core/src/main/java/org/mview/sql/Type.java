package org.mview.sql;

import java.util.Optional;

/**
 * What is known of a column's values.
 *
 * @param declaration the type as the database writes it in CREATE TABLE; empty where it has none
 * @param arithmetic whether sums of the values are exact
 * @param nullable whether a value may be NULL
 * @param collation the collation by which values are equal, where it is not the database's plain
 *     one
 * @param sharp whether values that are equal are the same; 1 and 1.0 are equal, as are 'a' and 'A'
 *     under some collations
 * @param stored whether it is a column of a table, whether declared with a type or not
 */
public record Type(
    String declaration,
    Arithmetic arithmetic,
    boolean nullable,
    Optional<String> collation,
    boolean sharp,
    boolean stored) {

  /** The type of what is computed. */
  public Type(
      String declaration,
      Arithmetic arithmetic,
      boolean nullable,
      Optional<String> collation,
      boolean sharp) {
    this(declaration, arithmetic, nullable, collation, sharp, false);
  }

  /** Nothing known: any value, NULL too. */
  public static final Type ANY =
      new Type("", Arithmetic.APPROXIMATE, true, Optional.empty(), false);

  /** Only NULL. */
  public static final Type NULL = new Type("", Arithmetic.EXACT, true, Optional.empty(), true);

  /** A whole number that is never NULL, such as a count. */
  public static final Type COUNT =
      new Type("INTEGER", Arithmetic.EXACT, false, Optional.empty(), true);

  /** Whether the sum of values is independent of their order, and a change can be added to it. */
  public enum Arithmetic {
    /** Whole and decimal numbers. */
    EXACT,
    /** Only a look at the values tells; they are expected to be exact. */
    BY_VALUE,
    /** Floating point, or anything else. */
    APPROXIMATE
  }

  /** Whether the values are those of an expression: no column of a table has them. */
  public boolean isComputed() {
    return !stored;
  }

  /** Whether both are columns of tables that are declared alike, but for NULL. */
  public boolean isDeclaredAs(Type other) {
    return stored
        && other.stored
        && declaration.equals(other.declaration)
        && collation.equals(other.collation);
  }

  /** The same type, NULL allowed or not. */
  public Type nullable(boolean may) {
    return new Type(declaration, arithmetic, may, collation, sharp, stored);
  }

  /** The same values in a column that is declared without a type. */
  public Type undeclared() {
    return new Type("", arithmetic, nullable, collation, sharp, stored);
  }

  /** The same type, sums of which are as exact as said. */
  public Type arithmetic(Arithmetic other) {
    return new Type(declaration, other, nullable, collation, sharp, stored);
  }

  /** The same type under this collation; none is the database's plain one. */
  public Type collation(Optional<String> other) {
    return new Type(declaration, arithmetic, nullable, other, sharp && other.isEmpty(), stored);
  }
}
