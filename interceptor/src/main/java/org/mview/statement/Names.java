package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.statement.Token.Kind;

/** Reads names. Keywords are names too: only what comes where decides. */
final class Names {
  private Names() {}

  /** MATERIALIZED VIEW, or its older word SNAPSHOT. */
  static boolean acceptMaterializedView(Cursor cursor) {
    return cursor.accept("MATERIALIZED", "VIEW") || cursor.accept("SNAPSHOT");
  }

  static boolean acceptIfExists(Cursor cursor) {
    return cursor.accept("IF", "EXISTS");
  }

  static boolean acceptIfNotExists(Cursor cursor) {
    return cursor.accept("IF", "NOT", "EXISTS");
  }

  static boolean atName(Cursor cursor) {
    return cursor.at(Kind.WORD) || (cursor.at(Kind.NAME) && !unquoted(cursor.peek()).isEmpty());
  }

  static Name name(Cursor cursor) {
    return name(cursor, "a name");
  }

  static Name name(Cursor cursor, String expected) {
    if (!atName(cursor)) {
      throw cursor.unexpected(expected);
    }
    Token token = cursor.next();
    return token.is(Kind.WORD) ? Name.of(token.text()) : new Name(unquoted(token), true);
  }

  /** The name in a token of quotes; empty when there is none in it. */
  static String unquoted(Token token) {
    String text = token.text();
    String quote = text.substring(text.length() - 1);
    String inner = text.substring(1, text.length() - 1).replace(quote + quote, quote);
    return inner.indexOf('\0') >= 0 ? "" : inner;
  }

  static QualifiedName qualifiedName(Cursor cursor, String expected) {
    Optional<QualifiedName> name = acceptQualifiedName(cursor);
    if (name.isEmpty()) {
      throw cursor.unexpected(expected);
    }
    return name.get();
  }

  /** A name with up to two qualifiers; empty, and the cursor where it fails, if there is none. */
  static Optional<QualifiedName> acceptQualifiedName(Cursor cursor) {
    List<Name> parts = new ArrayList<>();
    do {
      if (!atName(cursor) || parts.size() == 3) {
        return Optional.empty();
      }
      parts.add(name(cursor));
    } while (cursor.accept("."));
    int last = parts.size() - 1;
    return Optional.of(new QualifiedName(parts.subList(0, last), parts.get(last)));
  }

  /** {@code (a, b, …)}. */
  static List<Name> list(Cursor cursor) {
    return acceptList(cursor)
        .orElseThrow(() -> cursor.unexpected("a list of columns in parentheses"));
  }

  /** The same; empty, and the cursor where it fails, if there is no such list. */
  static Optional<List<Name>> acceptList(Cursor cursor) {
    List<Name> names = new ArrayList<>();
    if (!cursor.accept("(")) {
      return Optional.empty();
    }
    do {
      if (!atName(cursor)) {
        return Optional.empty();
      }
      names.add(name(cursor));
    } while (cursor.accept(","));
    return cursor.accept(")") ? Optional.of(List.copyOf(names)) : Optional.empty();
  }

  static LinkName linkName(Cursor cursor) {
    List<Name> parts = new ArrayList<>();
    do {
      parts.add(name(cursor, "the name of a database link"));
    } while (cursor.accept("."));
    Optional<Name> qualifier = cursor.accept("@") ? Optional.of(name(cursor)) : Optional.empty();
    return new LinkName(parts, qualifier);
  }
}
