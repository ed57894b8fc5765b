package org.mview.session;

/** The kind of a statement, by its first word. */
enum FirstKeyword {
  /** Reads, whatever it mentions. */
  READS,
  /** May change rows. */
  CHANGES,
  /** Defines, changes or removes an object. */
  DEFINES,
  /** Begins or ends a transaction, or a branch of one, or sets a savepoint. */
  TRANSACTION,
  /** Runs a statement that the session has by a name. */
  EXECUTES,
  /** Says how another statement would run. */
  EXPLAINS,
  /** Gives something of the session a value. */
  SETS,
  /** Changes rows or reads, and does nothing else. */
  MIXES,
  /** Writes tables anew as they are, which it may not do inside a transaction. */
  TIDIES,
  /** Says something else. */
  OTHER;

  /** At the beginning of a script that was read from a file; SQLite takes it for white space. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** The kind of a text; comments and parentheses before the first word are passed over. */
  static FirstKeyword of(String sql) {
    int start = start(sql);
    int length = WatchSet.wordEnd(sql, start) - start;
    return switch (length) {
      case 2 -> is(sql, start, "XA") ? TRANSACTION : OTHER;
      case 3 -> three(sql, start);
      case 4 -> four(sql, start);
      case 5 -> five(sql, start);
      case 6 -> six(sql, start);
      case 7 -> seven(sql, start);
      case 8 -> is(sql, start, "ROLLBACK") ? TRANSACTION : OTHER;
      case 9 -> is(sql, start, "SAVEPOINT") ? TRANSACTION : OTHER;
      default -> OTHER;
    };
  }

  /** Whether a text is one statement, and reads. */
  static boolean readsOnly(String sql) {
    return of(sql) == READS && isOne(sql);
  }

  /** Whether nothing follows a semicolon. */
  static boolean isOne(String sql) {
    int semicolon = sql.indexOf(';');
    return semicolon < 0 || sql.substring(semicolon + 1).isBlank();
  }

  private static FirstKeyword three(String sql, int start) {
    if (is(sql, start, "SET")) {
      return SETS;
    }
    return is(sql, start, "END") ? TRANSACTION : OTHER;
  }

  private static FirstKeyword four(String sql, int start) {
    if (is(sql, start, "DROP")) {
      return DEFINES;
    }
    return is(sql, start, "WITH") || is(sql, start, "SHOW") ? MIXES : OTHER;
  }

  private static FirstKeyword five(String sql, int start) {
    if (is(sql, start, "ALTER")) {
      return DEFINES;
    } else if (is(sql, start, "MERGE")) {
      return MIXES;
    }
    return is(sql, start, "BEGIN") || is(sql, start, "START") || is(sql, start, "ABORT")
        ? TRANSACTION
        : OTHER;
  }

  private static FirstKeyword six(String sql, int start) {
    if (is(sql, start, "SELECT") || is(sql, start, "VALUES") || is(sql, start, "PRAGMA")) {
      return READS;
    } else if (is(sql, start, "INSERT") || is(sql, start, "UPDATE") || is(sql, start, "DELETE")) {
      return CHANGES;
    }
    if (is(sql, start, "CREATE") || is(sql, start, "ATTACH") || is(sql, start, "DETACH")) {
      return DEFINES;
    }
    if (is(sql, start, "VACUUM")) {
      return TIDIES;
    }
    return is(sql, start, "COMMIT") ? TRANSACTION : OTHER;
  }

  private static FirstKeyword seven(String sql, int start) {
    if (is(sql, start, "EXPLAIN")) {
      return EXPLAINS;
    } else if (is(sql, start, "REPLACE")) {
      return CHANGES;
    }
    if (is(sql, start, "EXECUTE")) {
      return EXECUTES;
    } else if (is(sql, start, "REINDEX")) {
      return TIDIES;
    }
    return is(sql, start, "RELEASE") || is(sql, start, "PREPARE") ? TRANSACTION : OTHER;
  }

  private static boolean is(String sql, int start, String word) {
    return sql.regionMatches(true, start, word, 0, word.length());
  }

  /** Where the first word begins. */
  static int start(String sql) {
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c <= ' ' || c == '(' || c == ';' || c == BYTE_ORDER_MARK) {
        at++;
      } else if (sql.startsWith("--", at)) {
        at = end(sql, "\n", at);
      } else if (sql.startsWith("/*", at)) {
        at = end(sql, "*/", at + 2);
      } else {
        return at;
      }
    }
    return at;
  }

  private static int end(String sql, String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }
}
