package org.mview.generated;

import java.util.Set;
import java.util.function.Function;

/**
 * All that scripts for a database are made of, and all that differs between databases.
 *
 * @param database as in {@code -Dmview.database=…}
 * @param changes statements that change rows, until a test has seen enough
 * @param perScript how many of them a script has
 * @param least how often everything must have happened then
 * @param names how names are quoted
 * @param version a query that answers otherwise when something was committed
 * @param looks at every so many looks at views the dictionary is asked, too: it takes its time
 *     where it is made of what the database says of itself
 * @param tables a query for the names of the tables, those of ours among them
 * @param lacks what there is not: features of queries, and kinds of statements
 */
record Idiom(
    String database,
    int changes,
    int perScript,
    int least,
    Place place,
    Names names,
    Function<Chance, Setup> setup,
    Domains domains,
    TableParts tableParts,
    Phrases phrases,
    Writings writings,
    Transactions transactions,
    Definitions definitions,
    Literals literals,
    Excuses excuses,
    String version,
    int looks,
    String tables,
    Set<Enum<?>> lacks) {
  /** As in the names of tests. */
  @Override
  public String toString() {
    return database;
  }
}
