package org.mview.statement;

import java.util.Set;
import org.mview.statement.Token.Kind;

/** Whether a statement may have a block in it, BEGIN to END: its first words tell. */
final class BlockBeginning {
  private static final Set<String> ROUTINES =
      Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "PACKAGE", "EVENT");

  /** Behind these words comes a name, and no block. */
  private static final Set<String> OTHER_OBJECTS =
      Set.of("TABLE", "VIEW", "INDEX", "SEQUENCE", "SCHEMA", "DATABASE", "USER", "SYNONYM", "AS");

  /** What follows the name behind DECLARE when it declares a cursor, and not a variable. */
  private static final Set<String> CURSOR =
      Set.of("CURSOR", "BINARY", "INSENSITIVE", "ASENSITIVE", "SCROLL", "NO");

  private final Lexer lexer;

  private BlockBeginning(Lexer lexer) {
    this.lexer = lexer;
  }

  /** Whether the statement may have one that begins here. */
  static boolean isAt(String text, int offset, LexicalRules rules) {
    return new BlockBeginning(new Lexer(text, offset, rules)).isNext();
  }

  private boolean isNext() {
    Token first = next();
    if (first.is("CREATE") || first.is("ALTER")) {
      return isRoutine();
    }
    if (first.is("BEGIN")) {
      return isBlock(first);
    }
    return first.is("DECLARE") ? isDeclaration() : first.is("<");
  }

  private boolean isRoutine() {
    Token token = next();
    while (!token.is("(") && !token.is(";") && !token.is(Kind.END)) {
      if (isOneOf(token, ROUTINES) || (token.is("TYPE") && next().is("BODY"))) {
        return true;
      }
      if (isOneOf(token, OTHER_OBJECTS)) {
        return false;
      }
      token = next();
    }
    return false;
  }

  private boolean isBlock(Token begin) {
    Token second = next();
    return second.is("NOT")
        ? next().is("ATOMIC")
        : FirstWords.beginsBlock(begin.source(), begin.end());
  }

  private boolean isDeclaration() {
    Token name = next();
    boolean named = name.is(Kind.WORD) || name.is(Kind.NAME);
    return named && (name.is("CURSOR") || !isOneOf(next(), CURSOR));
  }

  private static boolean isOneOf(Token token, Set<String> words) {
    return words.contains(token.keyword());
  }

  private Token next() {
    Token token = lexer.next();
    while (token.is(Kind.COMMENT) || token.is(Kind.HINT)) {
      token = lexer.next();
    }
    return token;
  }
}
