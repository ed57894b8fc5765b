package org.mview.cli.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The statements of a script, read from it one after the other. */
final class ScriptReader {
  private final BufferedReader script;
  private final StatementSplitter splitter;
  private final Queue<ScriptStatement> ready = new ArrayDeque<>();

  ScriptReader(BufferedReader script, StatementSplitter splitter) {
    this.script = script;
    this.splitter = splitter;
  }

  /** The next statement; reads no further than to the line that ends it. Empty at the end. */
  Optional<ScriptStatement> next() throws IOException {
    while (ready.isEmpty()) {
      String line = script.readLine();
      if (line == null) {
        return splitter.end();
      }
      ready.addAll(splitter.line(line));
    }
    return Optional.of(ready.remove());
  }
}
