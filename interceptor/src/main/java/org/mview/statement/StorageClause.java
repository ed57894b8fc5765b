package org.mview.statement;

import java.util.Optional;

/**
 * A clause that says how the database is to store something: without effect on what the view is.
 *
 * @param source the clause as it was written
 * @param name the name in it, if it names something of the database
 */
public record StorageClause(Clause clause, SourceText source, Optional<Name> name) {
  public StorageClause {
    if (!clause.isAboutStorage()) {
      throw new IllegalArgumentException(clause + " is a clause of ours");
    }
  }

  /** Only its name: ENCRYPT may hold a password. */
  @Override
  public String toString() {
    return clause.toString();
  }
}
