package org.mview.benchmarks;

import picocli.CommandLine;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Measures what the arguments name, and ends the JVM. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new MeasureCommand(arguments)).execute(arguments));
  }
}
