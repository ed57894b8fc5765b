package org.mview.cli.output;

import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;

/** Whether there is somebody at the other end. */
public final class Terminals {
  private Terminals() {}

  /** Whether this stream of the process is a terminal, not a file or a pipe. */
  public static boolean isTerminal(SystemStream stream) {
    return TerminalBuilder.builder()
        .getProviders(null, new IllegalStateException("no access to the terminal"))
        .stream()
        .anyMatch(provider -> provider.isSystemStream(stream));
  }
}
