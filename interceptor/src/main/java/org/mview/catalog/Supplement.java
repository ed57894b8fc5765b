package org.mview.catalog;

import java.util.List;
import java.util.function.Function;
import org.mview.catalog.DictionaryViews.Family;
import org.mview.dialect.Dialect;
import org.mview.dialect.SystemCatalog;

/**
 * Tables of the registry that are made when they are first wanted, and the views of the dictionary
 * that show them. An older driver does without them, and leaves them as they are.
 *
 * @param tables the statements that make them; templates
 * @param last of the tables, which shows that all are there
 * @param families of the dictionary
 */
record Supplement(List<String> tables, String last, Function<Dialect, List<Family>> families) {
  /** What is collected of refreshes. */
  static final Supplement STATISTICS =
      new Supplement(
          StatisticsTables.TABLES,
          StatisticsTables.LAST,
          dialect -> new StatisticsViews(dialect).families());

  /** What it takes to make views fast refreshable. */
  static final Supplement TUNING =
      new Supplement(TuningRows.TABLES, TuningRows.TABLE, dialect -> List.of(TuningRows.FAMILY));

  /** Dimensions. */
  static final Supplement DIMENSIONS =
      new Supplement(
          DimensionTables.TABLES,
          DimensionTables.LAST,
          dialect -> new DimensionViews(dialect).families());

  Supplement {
    tables = List.copyOf(tables);
  }

  /** The statements that make the tables. */
  List<String> create(SystemCatalog catalog) {
    return RegistryTables.of(tables, catalog);
  }
}
