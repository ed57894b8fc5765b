package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GRANT …} and {@code REVOKE …}: only those with privileges that no other database knows.
 * Never fails: the rest is the database's.
 */
final class PrivilegeParser {
  private static final List<String[]> ONLY_ORACLE =
      List.of(
          words("ON COMMIT REFRESH"),
          words("QUERY REWRITE"),
          words("GLOBAL QUERY REWRITE"),
          words("CREATE MATERIALIZED VIEW"),
          words("CREATE ANY MATERIALIZED VIEW"),
          words("ALTER ANY MATERIALIZED VIEW"),
          words("DROP ANY MATERIALIZED VIEW"),
          words("CREATE SNAPSHOT"),
          words("CREATE ANY SNAPSHOT"),
          words("ALTER ANY SNAPSHOT"),
          words("DROP ANY SNAPSHOT"),
          words("CREATE DIMENSION"),
          words("CREATE ANY DIMENSION"),
          words("ALTER ANY DIMENSION"),
          words("DROP ANY DIMENSION"),
          words("CREATE DATABASE LINK"),
          words("CREATE PUBLIC DATABASE LINK"),
          words("DROP PUBLIC DATABASE LINK"));

  private static final Set<String> BEHIND_PRIVILEGES = Set.of("ON", "TO", "FROM");

  private final Cursor cursor;
  private final List<String> onlyOracle = new ArrayList<>();
  private final List<SourceText> others = new ArrayList<>();

  private PrivilegeParser(Cursor cursor) {
    this.cursor = cursor;
  }

  private static String[] words(String privilege) {
    return privilege.split(" ");
  }

  /** From GRANT or REVOKE on. */
  static Optional<Command> parse(Cursor cursor) {
    return new PrivilegeParser(cursor).parse();
  }

  private Optional<Command> parse() {
    boolean grant = cursor.at("GRANT");
    SourceText verb = verb();
    do {
      if (!acceptPrivilege()) {
        return Optional.empty();
      }
    } while (cursor.accept(","));
    int restStart = cursor.offset();
    boolean complete = cursor.atAny(BEHIND_PRIVILEGES) && cursor.acceptRest();
    if (!complete || onlyOracle.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChangePrivileges(grant, onlyOracle, remainder(verb, cursor.since(restStart))));
  }

  private SourceText verb() {
    int start = cursor.offset();
    cursor.next();
    return cursor.since(start);
  }

  private boolean acceptPrivilege() {
    int start = cursor.offset();
    for (String[] words : ONLY_ORACLE) {
      if (cursor.accept(words)) {
        onlyOracle.add(String.join(" ", words));
        return true;
      }
    }
    int place = cursor.place();
    while (!cursor.atAny(BEHIND_PRIVILEGES) && !cursor.at(",") && !cursor.atEnd()) {
      if (!cursor.acceptParenthesis()) {
        cursor.next();
      }
    }
    boolean any = cursor.place() > place;
    if (any) {
      others.add(cursor.since(start));
    }
    return any;
  }

  private Optional<String> remainder(SourceText verb, SourceText rest) {
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = others.stream().map(SourceText::text).toList();
    return Optional.of(verb + " " + String.join(", ", texts) + " " + rest);
  }
}
