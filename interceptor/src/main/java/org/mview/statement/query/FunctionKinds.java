package org.mview.statement.query;

import java.sql.SQLException;
import java.util.List;
import org.mview.dialect.Functions;

/** Finds what kind of a function stands in a query. */
@FunctionalInterface
public interface FunctionKinds {
  /**
   * The kind of a function.
   *
   * @param name in lower case
   * @param arguments their texts
   */
  Functions.Kind kind(String name, List<String> arguments) throws SQLException;
}
