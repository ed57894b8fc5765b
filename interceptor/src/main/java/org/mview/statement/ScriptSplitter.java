package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.statement.Token.Kind;

/**
 * Takes a text of several statements apart: at semicolons, and at lines that hold only a slash.
 *
 * <p>A semicolon does not count in a string, a quoted name or a comment, nor in the body of a
 * trigger, a procedure or a block.
 */
public final class ScriptSplitter {
  private final LexicalRules rules;

  /**
   * A splitter of texts as this database reads them.
   *
   * @param rules what is a string, a quoted name and a comment there
   */
  public ScriptSplitter(LexicalRules rules) {
    this.rules = rules;
  }

  /**
   * The statements of a text, in order, each with its offset; comments belong to the statement
   * behind them. The semicolon that ends a statement is left out, but the one that ends a block is
   * part of it.
   *
   * @param script any text; what is in the middle of a string at its end is a statement, too
   */
  public List<SourceText> split(String script) {
    List<SourceText> statements = new ArrayList<>();
    Lexer lexer = new Lexer(script, rules);
    Piece piece = new Piece(script, rules);
    Token token = lexer.next();
    while (!token.is(Kind.END)) {
      if (piece.isEndedBy(token)) {
        piece.addTo(statements);
        piece = new Piece(script, rules);
      }
      token = lexer.next();
    }
    piece.addTo(statements);
    return List.copyOf(statements);
  }

  /** The statement that is being read. */
  private static final class Piece {
    private final String script;
    private final LexicalRules rules;
    private Optional<BlockNesting> nesting = Optional.empty();
    private int start = -1;
    private int end;
    private boolean hasTokens;

    Piece(String script, LexicalRules rules) {
      this.script = script;
      this.rules = rules;
    }

    /** Takes the next token in, if the statement does not end before it. */
    boolean isEndedBy(Token token) {
      if (token.is("/") && Terminators.isAloneOnItsLine(token)) {
        return true;
      }
      if (!token.is(Kind.COMMENT) && !token.is(Kind.HINT)) {
        enter(token);
      }
      boolean ends = token.is(";") && nesting.filter(BlockNesting::isOpen).isEmpty();
      if (!ends || nesting.filter(BlockNesting::hasBlock).isPresent()) {
        start = start < 0 ? token.start() : start;
        end = token.end();
      }
      return ends;
    }

    private void enter(Token token) {
      if (!hasTokens && BlockBeginning.isAt(script, token.start(), rules)) {
        nesting = Optional.of(new BlockNesting());
      }
      nesting.ifPresent(some -> some.step(token));
      hasTokens |= !token.is(";");
    }

    void addTo(List<SourceText> statements) {
      if (hasTokens) {
        statements.add(new SourceText(script.substring(start, end), start));
      }
    }
  }
}
