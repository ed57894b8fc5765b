package org.mview.statement;

import static org.mview.error.MViewError.CLAUSE_GIVEN_TWICE;

import java.util.Optional;
import java.util.Set;

/**
 * Statements about database links.
 *
 * <p>{@code CREATE DATABASE link} makes a database of that name elsewhere. A text is ours only if a
 * name and a clause of ours, or the end, follow the word LINK.
 */
final class LinkParser {
  private static final Set<String> CLAUSES = Set.of("CONNECT", "AUTHENTICATED", "USING");

  private final Cursor cursor;
  private Optional<LinkLogin> login = Optional.empty();
  private Optional<LinkLogin.User> authentication = Optional.empty();
  private Optional<String> address = Optional.empty();

  private LinkParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Behind CREATE, ALTER or DROP: whether the statement is about a link. */
  static boolean isNext(Cursor cursor) {
    int place = cursor.place();
    boolean bare = !cursor.accept("SHARED");
    bare &= !cursor.accept("PUBLIC");
    boolean link = cursor.accept("DATABASE", "LINK") && (!bare || isLinkBehind(cursor));
    cursor.backTo(place);
    return link;
  }

  private static boolean isLinkBehind(Cursor cursor) {
    boolean conditional = Names.acceptIfNotExists(cursor) || Names.acceptIfExists(cursor);
    if (!Names.atName(cursor)) {
      return false;
    }
    Names.name(cursor);
    while (cursor.accept(".") || cursor.accept("@")) {
      if (!Names.atName(cursor)) {
        return false;
      }
      Names.name(cursor);
    }
    return conditional || cursor.atEnd() || cursor.atAny(CLAUSES);
  }

  static Command create(Cursor cursor) {
    boolean shared = cursor.accept("SHARED");
    boolean visibleToAll = cursor.accept("PUBLIC");
    cursor.expect("DATABASE", "LINK");
    boolean ifNotExists = Names.acceptIfNotExists(cursor);
    LinkName name = Names.linkName(cursor);
    LinkParser link = new LinkParser(cursor);
    link.clauses();
    return new CreateDatabaseLink(
        name,
        shared,
        visibleToAll,
        ifNotExists,
        link.login.orElse(new LinkLogin.Unsaid()),
        link.authentication,
        link.address);
  }

  static Command alter(Cursor cursor) {
    boolean shared = cursor.accept("SHARED");
    boolean visibleToAll = cursor.accept("PUBLIC");
    cursor.expect("DATABASE", "LINK");
    LinkName name = Names.linkName(cursor);
    LinkParser link = new LinkParser(cursor);
    Optional<LinkLogin.User> login =
        cursor.accept("CONNECT", "TO") ? Optional.of(link.user()) : Optional.empty();
    link.acceptAuthentication();
    if (login.isEmpty() && link.authentication.isEmpty()) {
      throw cursor.unexpected("CONNECT TO or AUTHENTICATED BY");
    }
    cursor.expectEnd();
    return new AlterDatabaseLink(name, shared, visibleToAll, login, link.authentication);
  }

  static Command drop(Cursor cursor) {
    boolean visibleToAll = cursor.accept("PUBLIC");
    cursor.expect("DATABASE", "LINK");
    boolean ifExists = Names.acceptIfExists(cursor);
    LinkName name = Names.linkName(cursor);
    cursor.expectEnd();
    return new DropDatabaseLink(name, visibleToAll, ifExists);
  }

  private void clauses() {
    while (!cursor.atEnd()) {
      if (cursor.accept("CONNECT")) {
        once(login.isEmpty(), "CONNECT");
        login = Optional.of(connection());
      } else if (cursor.accept("USING")) {
        once(address.isEmpty(), "USING");
        address = Optional.of(cursor.string());
      } else if (!acceptAuthentication()) {
        throw cursor.unexpected("CONNECT, AUTHENTICATED or USING");
      }
    }
  }

  private boolean acceptAuthentication() {
    if (!cursor.accept("AUTHENTICATED", "BY")) {
      return false;
    }
    once(authentication.isEmpty(), "AUTHENTICATED BY");
    authentication = Optional.of(user());
    return true;
  }

  private static void once(boolean first, String clause) {
    if (!first) {
      throw CLAUSE_GIVEN_TWICE.of(clause);
    }
  }

  private LinkLogin connection() {
    if (cursor.accept("WITH")) {
      return new LinkLogin.Credential(Names.name(cursor, "the name of a credential"));
    }
    cursor.expect("TO");
    return cursor.accept("CURRENT_USER") ? new LinkLogin.CurrentUser() : user();
  }

  private LinkLogin.User user() {
    Name name = Names.name(cursor, "the name of a user");
    cursor.expect("IDENTIFIED", "BY");
    return new LinkLogin.User(name, Password.parse(cursor));
  }
}
