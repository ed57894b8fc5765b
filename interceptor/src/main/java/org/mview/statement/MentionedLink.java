package org.mview.statement;

import java.util.Optional;

/** The table of another database that a text names: {@code FROM t@link}. */
public final class MentionedLink {
  private MentionedLink() {}

  /** The name of the first link behind FROM, JOIN or a comma; empty if there is none. */
  public static Optional<String> of(String sql, LexicalRules rules) {
    Cursor cursor = new Cursor(sql, rules);
    while (!cursor.at(Token.Kind.END)) {
      Token token = cursor.next();
      if (token.is("FROM") || token.is("JOIN") || token.is(",")) {
        int place = cursor.place();
        Optional<String> link = link(cursor);
        if (link.isPresent()) {
          return link;
        }
        cursor.backTo(place);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> link(Cursor cursor) {
    return Names.acceptQualifiedName(cursor).isPresent()
            && cursor.accept("@")
            && Names.atName(cursor)
        ? Optional.of(Names.linkName(cursor).toString())
        : Optional.empty();
  }
}
