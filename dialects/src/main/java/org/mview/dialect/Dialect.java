package org.mview.dialect;

import java.util.Set;

/**
 * All that one database does differently from others.
 *
 * @param name as in its URL, and of its folder of golden files
 * @param quote begins and ends a quoted name; doubled inside one
 * @param longestName in characters
 * @param home the schema in which objects of ours are made
 * @param schemaVersion a query for a number that changes whenever a table, view or trigger does
 * @param identity a query for what tells this database from others; an empty text where sessions
 *     cannot share it
 * @param begin opens a transaction that can write from the start
 * @param expressions how expressions are said that each database says in its own way
 * @param clauses how statements are said that each database says in its own way
 * @param tables what is known of its tables
 * @param triggers how the changes of a table are written to its log
 * @param functions what is known of its functions
 * @param plans how it would run a statement
 * @param violations which constraint an error speaks of
 * @param state what statements of ours must not disturb
 */
public record Dialect(
    String name,
    char quote,
    int longestName,
    String home,
    String schemaVersion,
    String identity,
    String begin,
    Expressions expressions,
    Clauses clauses,
    Tables tables,
    CaptureTriggers triggers,
    SessionState state,
    Functions functions,
    ExecutionPlans plans,
    ViolatedConstraint.Reader violations,
    Set<Capability> capabilities) {
  public Dialect {
    capabilities = Set.copyOf(capabilities);
  }

  /** A name as it stands in a statement. */
  public String quoted(String identifier) {
    String end = String.valueOf(quote);
    return end + identifier.replace(end, end + end) + end;
  }

  /** Whether the database can do this. */
  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }
}
