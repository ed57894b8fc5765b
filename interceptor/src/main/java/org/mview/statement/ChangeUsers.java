package org.mview.statement;

import java.util.Optional;
import java.util.Set;

/**
 * A statement about users and what they may do, sent to a database that has none.
 *
 * @param verb its first words: GRANT, CREATE USER
 */
public record ChangeUsers(String verb) implements Command {
  private static final Set<String> DEFINITIONS = Set.of("CREATE", "ALTER", "DROP");
  private static final Set<String> KINDS = Set.of("USER", "ROLE");
  private static final Set<String> GRANTS = Set.of("GRANT", "REVOKE");

  /** The statement that a text is, if it is one of these. */
  public static Optional<ChangeUsers> of(String sql, LexicalRules rules) {
    Cursor cursor = new Cursor(sql, rules);
    for (String definition : DEFINITIONS) {
      for (String kind : KINDS) {
        if (cursor.accept(definition, kind)) {
          return alone(cursor, definition + " " + kind);
        }
      }
    }
    for (String grant : GRANTS) {
      if (cursor.accept(grant)) {
        return alone(cursor, grant);
      }
    }
    return Optional.empty();
  }

  /** Something has to stand behind it, and no other statement. */
  private static Optional<ChangeUsers> alone(Cursor cursor, String verb) {
    return !cursor.atEnd() && cursor.acceptRest()
        ? Optional.of(new ChangeUsers(verb))
        : Optional.empty();
  }
}
