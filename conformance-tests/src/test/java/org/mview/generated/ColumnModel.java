package org.mview.generated;

/**
 * A column that statements can use.
 *
 * @param name as it stands in SQL
 * @param required whether NULL is refused
 * @param generated whether the database computes it
 * @param ignoresCase whether it is compared by NOCASE
 * @param exact whether values that SQL takes for equal are the same: what is computed from one that
 *     stands for its group is then known
 */
record ColumnModel(
    String name,
    Domain domain,
    boolean required,
    boolean generated,
    boolean ignoresCase,
    boolean exact) {
  /** The value of an expression, of which nothing more is known. */
  static ColumnModel of(String expression, Domain domain) {
    return new ColumnModel(expression, domain, false, false, domain.ignoresCase(), false);
  }

  /** The value of an expression whose values are all of one type, and compared as they are. */
  static ColumnModel exact(String expression, Domain domain) {
    return new ColumnModel(expression, domain, false, false, domain.ignoresCase(), true);
  }

  ColumnModel named(String other) {
    return new ColumnModel(other, domain, required, generated, ignoresCase, exact);
  }

  /** How its value is compared where it stands for all that are equal. */
  Sameness ofGroup() {
    return ignoresCase ? Sameness.EQUAL_IGNORING_CASE : Sameness.EQUAL;
  }

  /** A value, now and then none, or one that other columns have. */
  String literal(Chance chance) {
    if (!required && chance.percent(15)) {
      return "NULL";
    }
    return domain.anyLiteral(chance);
  }
}
