package org.mview.statement;

/**
 * Tells from its first words whether a text may be a statement of ours. Allocates nothing, and
 * looks no further than the second word; most statements end at the first.
 */
final class FirstWords {
  private static final String[] CREATE = {
    "MATERIALIZED",
    "SNAPSHOT",
    "TABLE",
    "INDEX",
    "UNIQUE",
    "BITMAP",
    "DATABASE",
    "SHARED",
    "PUBLIC",
    "DIMENSION",
    "OR"
  };
  private static final String[] ALTER = {
    "MATERIALIZED",
    "SNAPSHOT",
    "TABLE",
    "SESSION",
    "SYSTEM",
    "DATABASE",
    "SHARED",
    "PUBLIC",
    "DIMENSION"
  };
  private static final String[] DROP = {
    "MATERIALIZED", "SNAPSHOT", "TABLE", "VIEW", "INDEX", "DATABASE", "PUBLIC", "DIMENSION"
  };
  private static final String[] MATERIALIZED = {"MATERIALIZED"};
  private static final String[] COMMENT = {"ON"};
  private static final String[] EXPLAIN = {"MATERIALIZED", "SNAPSHOT", "CREATE"};

  /** What follows BEGIN when it begins a transaction, and not a block. */
  private static final String[] TRANSACTION = {
    "TRANSACTION",
    "TRAN",
    "WORK",
    "IMMEDIATE",
    "DEFERRED",
    "EXCLUSIVE",
    "CONCURRENT",
    "ISOLATION",
    "READ",
    "NOT",
    "DISTRIBUTED"
  };

  private FirstWords() {}

  /** Whether it may be; false only if it is surely none. */
  static boolean mayBeOurs(String text) {
    int start = skipComments(text, 0);
    if (start == text.length() || text.charAt(start) == '{') {
      return start < text.length();
    }
    int end = Characters.skipName(text, start);
    return switch (Ascii.upper(text.charAt(start))) {
      case '/' -> true; // a comment within a comment, or one that does not end
      case 'A' -> is("ALTER", text, start, end) && secondIsIn(ALTER, text, end);
      case 'B' -> is("BEGIN", text, start, end) && beginsBlock(text, end);
      case 'C' -> mayBeOursWithC(text, start, end);
      case 'D' ->
          is("DROP", text, start, end)
              ? secondIsIn(DROP, text, end)
              : is("DECLARE", text, start, end);
      case 'E' ->
          is("EXPLAIN", text, start, end)
              ? secondIsIn(EXPLAIN, text, end)
              : (is("EXEC", text, start, end) || is("EXECUTE", text, start, end))
                  && mayBeCall(text, end);
      case 'G' -> is("GRANT", text, start, end);
      case 'R' ->
          (is("REFRESH", text, start, end) || is("REPAIR", text, start, end))
              ? secondIsIn(MATERIALIZED, text, end)
              : is("REVOKE", text, start, end);
      case 'T' -> is("TRUNCATE", text, start, end);
      default -> false;
    };
  }

  private static boolean mayBeOursWithC(String text, int start, int end) {
    if (is("CREATE", text, start, end)) {
      return secondIsIn(CREATE, text, end);
    } else if (is("CHECK", text, start, end)) {
      return secondIsIn(MATERIALIZED, text, end);
    }
    return is("CALL", text, start, end)
        ? mayBeCall(text, end)
        : is("COMMENT", text, start, end) && secondIsIn(COMMENT, text, end);
  }

  private static boolean is(String keyword, String text, int start, int end) {
    return Ascii.equal(keyword, text, start, end);
  }

  private static boolean secondIsIn(String[] keywords, String text, int firstEnd) {
    int start = skipComments(text, firstEnd);
    int end = Characters.skipName(text, start);
    for (String keyword : keywords) {
      if (is(keyword, text, start, end)) {
        return true;
      }
    }
    return start < text.length() && text.charAt(start) == '/';
  }

  /**
   * Whether BEGIN may begin a block; otherwise it begins a transaction.
   *
   * @param firstEnd offset behind it
   */
  static boolean beginsBlock(String text, int firstEnd) {
    int start = skipComments(text, firstEnd);
    boolean alone = start == text.length() || text.charAt(start) == ';';
    return !alone && (text.charAt(start) == '/' || !secondIsIn(TRANSACTION, text, firstEnd));
  }

  /** Whether a package of Oracle's, or the place for a result, follows. */
  private static boolean mayBeCall(String text, int firstEnd) {
    int start = skipComments(text, firstEnd);
    if (start == text.length()) {
      return false;
    }
    return switch (Ascii.upper(text.charAt(start))) {
      case '"', '`', '[', ':', '?', '/' -> true;
      case 'D' -> is("DBMS_", text, start, Math.min(start + 5, text.length()));
      case 'S' -> is("SYS", text, start, Characters.skipName(text, start));
      default -> false;
    };
  }

  /**
   * The offset of the first word; of a comment that holds another one, which databases read
   * differently, or that does not end, the offset of its slash.
   */
  private static int skipComments(String text, int from) {
    int at = Characters.skipBlanks(text, from);
    while (at < text.length()) {
      int end = commentEnd(text, at);
      if (end == at) {
        return at;
      }
      at = Characters.skipBlanks(text, end);
    }
    return at;
  }

  private static int commentEnd(String text, int at) {
    if (text.charAt(at) == '#' || text.startsWith("--", at)) {
      return Quoted.lineEnd(text, at);
    }
    if (!text.startsWith("/*", at)) {
      return at;
    }
    int end = Quoted.commentEnd(text, at + 2, false);
    return end == Quoted.NEVER || Quoted.commentEnd(text, at + 2, true) != end ? at : end;
  }
}
