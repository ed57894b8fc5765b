package org.mview.cli.tpch;

import io.trino.tpch.PartSupplier;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lets each key of partsupp pass once; the rows come part by part.
 *
 * <p>A part has four suppliers, found by a formula in which the number of suppliers occurs. Where
 * that number is small, at scale factors that the specification does not know (0.001, 0.012), the
 * formula finds a supplier twice.
 */
final class NewPartSuppliers implements Predicate<PartSupplier> {
  private final Set<Long> suppliers = new HashSet<>();
  private long part;

  @Override
  public boolean test(PartSupplier row) {
    if (row.getPartKey() != part) {
      part = row.getPartKey();
      suppliers.clear();
    }
    return suppliers.add(row.getSupplierKey());
  }
}
