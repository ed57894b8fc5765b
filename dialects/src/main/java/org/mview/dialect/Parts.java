package org.mview.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * How a database tells of which parts a table is made. A part that is emptied, exchanged or dropped
 * is another one from then on, even under the same name, and no trigger hears of it.
 *
 * @param asking a query for the parts of a table, as a text; its parameter is the table's name. The
 *     text is empty for a table that has none, or whose name cannot be looked for; NULL where who
 *     asks may not know
 * @param definitions statements that make what {@code asked} calls, with the rights of who runs
 *     them, and {@link #VIEW}
 * @param asked the same query, by the rights of who made what it calls
 * @param refusals codes of the errors of who may not ask, or of what is not there to be asked
 */
public record Parts(String asking, List<String> definitions, String asked, Set<Integer> refusals) {
  /** The view that tells by {@code log_id} what {@code parts} the master of a log has now. */
  public static final String VIEW = "mview$parts";

  /** Whether a row of the registry's logs knows the parts that its master has now. */
  public static final String KNOWN =
      """
      (CASE uniques WHEN '' THEN 1 = 1 ELSE uniques = COALESCE((SELECT p.parts FROM "mview$parts" AS p \
      WHERE p.log_id = id), '') END)""";

  public Parts {
    definitions = List.copyOf(definitions);
    refusals = Set.copyOf(refusals);
  }

  /** Whether nobody tells what was asked. */
  public boolean isRefusal(SQLException failure) {
    return refusals.contains(failure.getErrorCode());
  }
}
