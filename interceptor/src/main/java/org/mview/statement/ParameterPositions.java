package org.mview.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mview.statement.Token.Kind;

/** Where the parameters of a text are, and so their positions as JDBC counts them. */
final class ParameterPositions {
  private final List<Integer> offsets = new ArrayList<>();

  ParameterPositions(String source, LexicalRules rules) {
    Lexer lexer = new Lexer(source, rules);
    Token token = lexer.next();
    while (!token.is(Kind.END)) {
      if (token.is(Kind.PARAMETER)) {
        offsets.add(token.start());
      }
      token = lexer.next();
    }
  }

  /** How many there are. */
  int count() {
    return offsets.size();
  }

  /** The position, from 1, of the parameter that begins at this offset. */
  int at(int offset) {
    return Collections.binarySearch(offsets, offset) + 1;
  }
}
