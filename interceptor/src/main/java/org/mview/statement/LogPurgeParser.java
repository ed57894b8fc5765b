package org.mview.statement;

import java.util.Optional;
import org.mview.statement.Token.Kind;

/** {@code PURGE …}. */
final class LogPurgeParser {
  private LogPurgeParser() {}

  static Optional<LogPurge> accept(Cursor cursor, GivenClauses given) {
    if (!given.accept(cursor, Clause.PURGE)) {
      return Optional.empty();
    }
    if (cursor.accept("IMMEDIATE")) {
      boolean asynchronous = cursor.accept("ASYNCHRONOUS");
      if (!asynchronous) {
        cursor.accept("SYNCHRONOUS");
      }
      return Optional.of(new LogPurge.Immediate(asynchronous));
    }
    return Optional.of(schedule(cursor));
  }

  private static LogPurge schedule(Cursor cursor) {
    Optional<SourceText> startWith = Optional.empty();
    if (cursor.accept("START", "WITH")) {
      startWith = Optional.of(Expressions.beforeClause(cursor, "a date"));
    }
    if (cursor.accept("NEXT")) {
      SourceText next = Expressions.beforeClause(cursor, "a date");
      return new LogPurge.Scheduled(startWith, Optional.of(next), Optional.empty());
    }
    if (cursor.accept("REPEAT")) {
      return new LogPurge.Scheduled(startWith, Optional.empty(), Optional.of(interval(cursor)));
    }
    if (startWith.isEmpty()) {
      throw cursor.unexpected("IMMEDIATE, START WITH, NEXT or REPEAT INTERVAL");
    }
    return new LogPurge.Scheduled(startWith, Optional.empty(), Optional.empty());
  }

  /** In {@code REPEAT INTERVAL '5' DAY} the keyword is part of the expression, too. */
  private static SourceText interval(Cursor cursor) {
    if (!cursor.at("INTERVAL")) {
      throw cursor.unexpected("INTERVAL");
    }
    if (!cursor.peek(1).is(Kind.STRING)) {
      cursor.expect("INTERVAL");
    }
    return Expressions.beforeClause(cursor, "an interval");
  }
}
