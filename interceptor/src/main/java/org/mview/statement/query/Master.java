package org.mview.statement.query;

import org.mview.algebra.Table;

/** What a name in FROM stands for. */
public sealed interface Master {

  /** A table, or the container of a materialized view: its changes can be captured. */
  record Rows(Table table) implements Master {}

  /** A plain view: its query takes its place. */
  record Expanded(String query) implements Master {}

  /** Something whose changes cannot be captured. */
  record Closed(String reason) implements Master {}
}
