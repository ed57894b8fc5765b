package org.mview.cli.tpch;

import java.util.List;

/**
 * One statement that changes rows.
 *
 * @param table the table that it changes
 * @param parameters for the question marks of the statement, in order
 */
public record Change(String table, String sql, List<Object> parameters) {
  public Change {
    parameters = List.copyOf(parameters);
  }

  static Change of(String table, String sql, Object... parameters) {
    return new Change(table, sql, List.of(parameters));
  }
}
