package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mview.statement.Token.Kind;

/**
 * {@code ALTER SESSION …} and {@code ALTER SYSTEM …}, as far as they are about us. Never fails: the
 * rest is the database's.
 */
final class SessionParser {
  private static final Set<String> OURS =
      Set.of(
          "QUERY_REWRITE_ENABLED",
          "QUERY_REWRITE_INTEGRITY",
          "CURRENT_SCHEMA",
          "NLS_DATE_LANGUAGE",
          "NLS_DATE_FORMAT");

  private SessionParser() {}

  /** Behind SESSION or SYSTEM. */
  static Optional<Command> parse(Cursor cursor, AlterSession.Scope scope) {
    if (cursor.accept("SET")) {
      return settings(cursor, scope);
    }
    return scope == AlterSession.Scope.SESSION ? parallel(cursor) : Optional.empty();
  }

  private static Optional<Command> settings(Cursor cursor, AlterSession.Scope scope) {
    List<AlterSession.Setting> settings = new ArrayList<>();
    while (!cursor.atEnd()) {
      if (!cursor.at(Kind.WORD) || !cursor.peek(1).is("=")) {
        return Optional.empty();
      }
      String parameter = cursor.next().text().toUpperCase(Locale.ROOT);
      cursor.accept("=");
      Optional<String> value = value(cursor);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      settings.add(new AlterSession.Setting(parameter, value.get()));
    }
    boolean ours = settings.stream().anyMatch(setting -> OURS.contains(setting.parameter()));
    return ours ? Optional.of(new AlterSession(scope, settings)) : Optional.empty();
  }

  private static Optional<String> value(Cursor cursor) {
    if (cursor.at(Kind.STRING)) {
      return Optional.of(cursor.string());
    }
    if (cursor.at(Kind.NUMBER)) {
      return Optional.of(cursor.next().text());
    }
    return Names.atName(cursor) ? Optional.of(Names.name(cursor).text()) : Optional.empty();
  }

  private static Optional<Command> parallel(Cursor cursor) {
    for (AlterParallel.Action action : AlterParallel.Action.values()) {
      for (AlterParallel.Kind kind : AlterParallel.Kind.values()) {
        if (cursor.accept(action.name(), "PARALLEL", kind.name())) {
          OptionalInt degree = degree(cursor);
          return cursor.atEnd()
              ? Optional.of(new AlterParallel(action, kind, degree))
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static OptionalInt degree(Cursor cursor) {
    int place = cursor.place();
    if (cursor.accept("PARALLEL") && cursor.peek().isInteger()) {
      return OptionalInt.of(cursor.integer());
    }
    cursor.backTo(place);
    return OptionalInt.empty();
  }
}
