package org.mview.cli;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * Where a script comes from.
 *
 * @param name how errors call it
 * @param opening opens its text
 */
record ScriptSource(String name, Opening opening) {
  /** Opens the text of a script. */
  @FunctionalInterface
  interface Opening {
    BufferedReader open() throws IOException;
  }

  /** Statements on the command line. */
  static ScriptSource argument(String statements) {
    return new ScriptSource("-c", () -> new BufferedReader(new StringReader(statements)));
  }

  static ScriptSource standardInput() {
    return new ScriptSource(
        "the input",
        () -> new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
  }

  /** A file in UTF-8; "-" is the standard input. */
  static ScriptSource file(String path) {
    return path.equals("-")
        ? standardInput()
        : new ScriptSource(
            path,
            () ->
                new BufferedReader(
                    new InputStreamReader(new FileInputStream(path), StandardCharsets.UTF_8)));
  }
}
