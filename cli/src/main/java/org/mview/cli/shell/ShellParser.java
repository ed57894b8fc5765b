package org.mview.cli.shell;

import java.util.function.Supplier;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.mview.cli.script.StatementSplitter;

/** Tells the line editor when what was typed is whole, and where its words are. */
final class ShellParser implements Parser {
  private final Supplier<StatementSplitter> splitters;

  ShellParser(Supplier<StatementSplitter> splitters) {
    this.splitters = splitters;
  }

  @Override
  public ParsedLine parse(String text, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !isWhole(text)) {
      throw new EOFError(-1, -1, "the statement is not ended");
    }
    return Words.of(text, cursor);
  }

  private boolean isWhole(String text) {
    if (ShellCommands.isCommand(text)) {
      return true;
    }
    StatementSplitter splitter = splitters.get();
    text.lines().forEach(splitter::line);
    return !splitter.isOpen();
  }
}
