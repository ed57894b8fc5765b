package org.mview.generated;

/**
 * A column that statements can use.
 *
 * @param name as it stands in SQL
 * @param required whether NULL is refused
 * @param generated whether the database computes it
 * @param ignoresCase whether it is compared by NOCASE
 */
record ColumnModel(
    String name, Domain domain, boolean required, boolean generated, boolean ignoresCase) {
  ColumnModel named(String other) {
    return new ColumnModel(other, domain, required, generated, ignoresCase);
  }

  /** A value, now and then none, or one that other columns have. */
  String literal(Chance chance) {
    if (!required && chance.percent(15)) {
      return "NULL";
    }
    return (chance.percent(4) ? chance.one(Domain.TEXT, Domain.REAL, Domain.WHOLE) : domain)
        .literal(chance);
  }
}
