package org.mview.generated;

import java.util.List;

/** What a query can read: a table, or a view. */
interface Source {
  /** As it stands in SQL. */
  String name();

  List<ColumnModel> columns();
}
