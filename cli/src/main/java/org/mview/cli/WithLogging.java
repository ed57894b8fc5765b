package org.mview.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/**
 * Sets what is logged, which must be done before the first driver is loaded: nothing, or with
 * --debug what is ours; of a service what fails. Drivers log by SLF4J or by the JDK, so that both
 * are told.
 */
final class WithLogging implements IExecutionStrategy {
  @Override
  public int execute(ParseResult arguments) {
    MViewCommand program = arguments.commandSpec().commandLine().getCommand();
    boolean isService =
        arguments.hasSubcommand()
            && arguments.subcommand().commandSpec().userObject() instanceof WorkerCommand;
    String level = program.debug() ? "debug" : isService ? "warn" : "off";
    System.setProperty("org.slf4j.simpleLogger.log.org.mview", level);
    configureJdk(program.debug() ? "debug.properties" : "silent.properties");
    return new CommandLine.RunLast().execute(arguments);
  }

  private static void configureJdk(String resource) {
    try (InputStream configuration =
        Objects.requireNonNull(WithLogging.class.getResourceAsStream(resource))) {
      LogManager.getLogManager().readConfiguration(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
