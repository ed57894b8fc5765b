package org.mview.cli.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The splitter: tokens go in, and are collected until one of them ends the statement. */
final class SqlSplitter implements StatementSplitter {
  private final Lexer lexer;
  private final StringBuilder text = new StringBuilder();
  private Blocks blocks = new Blocks();
  private int lineNumber;

  /** Of the statement being collected; zero as long as there are only comments. */
  private int firstLine;

  SqlSplitter(Lexer lexer) {
    this.lexer = lexer;
  }

  @Override
  public List<ScriptStatement> line(String line) {
    lineNumber++;
    if (!lexer.isInsideQuotationOrComment() && line.strip().equals("/")) {
      return end().stream().toList();
    }
    List<ScriptStatement> ended = new ArrayList<>();
    for (Token token : lexer.tokens(line)) {
      if (token.kind() == Token.Kind.SEMICOLON && blocks.semicolonEnds()) {
        text.append(blocks.sawBlock() ? ";" : "");
        end().ifPresent(ended::add);
      } else {
        collect(token);
      }
    }
    text.append('\n');
    return ended;
  }

  @Override
  public boolean isOpen() {
    return firstLine > 0 || lexer.isInsideQuotationOrComment();
  }

  @Override
  public Optional<ScriptStatement> end() {
    Optional<ScriptStatement> statement =
        firstLine == 0
            ? Optional.empty()
            : Optional.of(new ScriptStatement(firstLine, text.toString().strip()));
    text.setLength(0);
    blocks = new Blocks();
    firstLine = 0;
    return statement;
  }

  private void collect(Token token) {
    switch (token.kind()) {
      case SPACE -> {}
      case LINE_COMMENT -> {
        if (firstLine == 0) {
          return; // A comment above a statement is about it, not part of it.
        }
      }
      case BLOCK_COMMENT -> {
        if (token.text().startsWith("/*!")) {
          begin(); // MySQL carries out what stands in such a comment.
        }
      }
      case WORD -> {
        begin();
        blocks.word(token.text());
      }
      case QUOTATION, SEMICOLON, SYMBOL -> {
        begin();
        blocks.other();
      }
    }
    text.append(token.text());
  }

  private void begin() {
    if (firstLine == 0) {
      firstLine = lineNumber;
    }
  }
}
